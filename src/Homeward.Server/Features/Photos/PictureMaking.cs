using Homeward.Cases.Photos;
using SkiaSharp;

namespace Homeward.Server.Features.Photos;

/// <summary>Makes a picture of our own of what somebody sent: decoded, turned upright, scaled and encoded anew, so
/// that nothing is left of the file but what it shows. Place, time and camera are gone, and whatever else was hidden
/// in it.</summary>
/// <remarks>What the file is called or claims to be is not looked at: its first bytes say what it is, and a file that
/// is none of three kinds, or larger than a camera makes, never reaches a decoder.</remarks>
static class PictureMaking
{
    const int MostPixels = 51_000_000;
    const int MostPixelsOfSide = 12_000;
    const int Quality = 84;

    /// <summary>A picture of fifty million points takes two hundred megabytes while it is decoded.</summary>
    static readonly SemaphoreSlim Places = new(2);

    static readonly SKEncodedImageFormat[] Kinds =
        [SKEncodedImageFormat.Jpeg, SKEncodedImageFormat.Png, SKEncodedImageFormat.Webp];

    /// <returns>The picture, or the end of the key of why there is none.</returns>
    public static async Task<(Picture? Picture, string? Problem)> OfAsync(SentPhoto sent, CancellationToken cancel)
    {
        if (sent.IsTooLarge) return (null, "photo.large");
        if (!IsOfKnownKind(sent.Bytes)) return (null, "photo.kind");
        await Places.WaitAsync(cancel);
        try
        {
            return Of(sent.Bytes);
        }
        finally
        {
            Places.Release();
        }
    }

    static (Picture? Picture, string? Problem) Of(byte[] sent)
    {
        using var data = SKData.CreateCopy(sent);
        using var codec = SKCodec.Create(data);
        if (codec is null || !Kinds.Contains(codec.EncodedFormat)) return (null, "photo.kind");
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if (width < 1 || height < 1) return (null, "photo.broken");
        if (width > MostPixelsOfSide || height > MostPixelsOfSide || (long)width * height > MostPixels)
            return (null, "photo.pixels");
        var size = SizeToDecode(codec);
        var info = new SKImageInfo(
            size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb());
        using var decoded = new SKBitmap();
        if (!decoded.TryAllocPixels(info)) return (null, "photo.pixels");
        // Anything else is a file that was cut off or damaged: half a face is no photo.
        if (codec.GetPixels(info, decoded.GetPixels()) != SKCodecResult.Success) return (null, "photo.broken");
        return (Encoded(decoded, codec.EncodedOrigin), null);
    }

    /// <summary>Half, a quarter or an eighth, where the decoder can do that by itself and enough is left.</summary>
    static SKSizeI SizeToDecode(SKCodec codec)
    {
        var longer = Math.Max(codec.Info.Width, codec.Info.Height);
        var parts = 1;
        while (parts < 8 && longer / (parts * 2) >= Picture.MostPixels) parts *= 2;
        return codec.GetScaledDimensions(1f / parts);
    }

    static Picture Encoded(SKBitmap decoded, SKEncodedOrigin origin)
    {
        var isTurned = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom
            or SKEncodedOrigin.LeftBottom;
        var (width, height) = isTurned ? (decoded.Height, decoded.Width) : (decoded.Width, decoded.Height);
        var scale = Math.Min(1f, Picture.MostPixels / (float)Math.Max(width, height));
        var (newWidth, newHeight) = (Scaled(width, scale), Scaled(height, scale));
        // Without a colour space the encoder writes no profile: the file holds pixels and nothing else.
        using var surface = SKSurface.Create(
            new SKImageInfo(newWidth, newHeight, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var canvas = surface.Canvas;
        canvas.Clear(SKColors.White);
        canvas.Scale(newWidth / (float)width, newHeight / (float)height);
        canvas.Concat(Upright(origin, width, height));
        decoded.SetImmutable();                                  // else it would be copied
        using var image = SKImage.FromBitmap(decoded);
        canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var shown = surface.Snapshot();
        using var jpeg = shown.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return new(jpeg.ToArray(), newWidth, newHeight);
    }

    static int Scaled(int side, float scale) =>
        Math.Clamp((int)MathF.Round(side * scale), 1, Picture.MostPixels);

    /// <summary>From where a point is stored to where it is seen. An origin says at which side of what is seen the
    /// first row and the first column are: TIFF 6.0, tag 274.</summary>
    /// <param name="origin">As the file has it.</param>
    /// <param name="width">Of what is seen.</param>
    /// <param name="height">Of what is seen.</param>
    static SKMatrix Upright(SKEncodedOrigin origin, float width, float height) => origin switch
    {
        SKEncodedOrigin.TopRight => new(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new(0, -1, width, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new(0, -1, width, -1, 0, height, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, height, 0, 0, 1),
        SKEncodedOrigin.TopLeft => SKMatrix.Identity,
    };

    static bool IsOfKnownKind(ReadOnlySpan<byte> file) =>
        file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
        || file.StartsWith((ReadOnlySpan<byte>)[0x89, .. "PNG\r\n"u8, 0x1A, 0x0A])
        || (file.Length >= 12 && file.StartsWith("RIFF"u8) && file[8..12].SequenceEqual("WEBP"u8));
}
