using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using SkiaSharp;

namespace Homeward.Tests.Server.Photos;

/// <summary>Pictures as cameras and attackers make them.</summary>
static class MadeUpPictures
{
    /// <summary>Where the picture was taken, as it stands in the file: whoever finds it finds the child.</summary>
    public const string Secret = "GPS36.6116N114.4889E";

    /// <summary>Four fields of colour, from the upper left one on by rows.</summary>
    public static readonly SKColor[] Colours = [SKColors.Red, SKColors.Lime, SKColors.Blue, SKColors.White];

    public static byte[] Jpeg(int width, int height) => Encoded(Fields(width, height), SKEncodedImageFormat.Jpeg);

    public static byte[] Png(int width, int height) => Encoded(Fields(width, height), SKEncodedImageFormat.Png);

    public static byte[] Webp(int width, int height) => Encoded(Fields(width, height), SKEncodedImageFormat.Webp);

    /// <summary>Points that no encoder makes small.</summary>
    public static byte[] Noise(int width, int height)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        new Random(7).NextBytes(bitmap.GetPixelSpan());
        return Encoded(bitmap, SKEncodedImageFormat.Jpeg);
    }

    /// <summary>A picture stored in one of eight ways, so that it is seen with the four fields upright; with the place
    /// and a comment in the file.</summary>
    /// <remarks>TIFF 6.0, tag 274: at which side of what is seen the first row is, and the first column.</remarks>
    public static byte[] JpegTurned(int width, int height, int orientation)
    {
        using var seen = Fields(width, height);
        var isTurned = orientation >= 5;
        using var stored = new SKBitmap(isTurned ? height : width, isTurned ? width : height);
        for (var row = 0; row < stored.Height; row++)
            for (var column = 0; column < stored.Width; column++)
            {
                var (lastRow, lastColumn) = (stored.Height - 1, stored.Width - 1);
                var (x, y) = orientation switch
                {
                    1 => (column, row),                                  // top, left
                    2 => (lastColumn - column, row),                     // top, right
                    3 => (lastColumn - column, lastRow - row),           // bottom, right
                    4 => (column, lastRow - row),                        // bottom, left
                    5 => (row, column),                                  // left, top
                    6 => (lastRow - row, column),                        // right, top
                    7 => (lastRow - row, lastColumn - column),           // right, bottom
                    8 => (row, lastColumn - column),                     // left, bottom
                    _ => throw new ArgumentOutOfRangeException(nameof(orientation)),
                };
                stored.SetPixel(column, row, seen.GetPixel(x, y));
            }
        return WithExif(Encoded(stored, SKEncodedImageFormat.Jpeg), orientation);
    }

    /// <summary>A file that is as small as it can be and as large as anybody asks for when it is decoded.</summary>
    public static byte[] PngBomb(int width, int height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;                                           // one byte a point, grey
        using var packed = new MemoryStream();
        using (var deflated = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            for (var row = 0; row < Math.Min(height, 2000); row++) deflated.Write(new byte[width + 1]);
        return
        [
            0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR", header), .. Chunk("IDAT", packed.ToArray()),
            .. Chunk("IEND", []),
        ];
    }

    /// <summary>Segments of a JPEG file before its points, by their markers.</summary>
    public static List<byte> Segments(byte[] jpeg)
    {
        var found = new List<byte>();
        for (var at = 2; jpeg[at + 1] != 0xDA; at += 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(at + 2)))
        {
            Assert.Equal(0xFF, jpeg[at]);
            found.Add(jpeg[at + 1]);
        }
        return found;
    }

    public static bool Has(byte[] bytes, string text) =>
        bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(text)) >= 0;

    /// <summary>With the segments of a camera: orientation, place in a description, a comment.</summary>
    static byte[] WithExif(byte[] jpeg, int orientation)
    {
        var text = Encoding.ASCII.GetBytes(Secret + "\0");
        var exif = new List<byte>([.. "Exif\0\0MM"u8, 0, 42, 0, 0, 0, 8, 0, 2]);
        exif.AddRange([0x01, 0x0E, 0, 2, 0, 0, 0, (byte)text.Length, 0, 0, 0, 38]);        // description
        exif.AddRange([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0]);         // orientation
        exif.AddRange([0, 0, 0, 0]);
        exif.AddRange(text);
        return
        [
            .. jpeg.AsSpan(0, 2), .. Segment(0xE1, [.. exif]), .. Segment(0xFE, Encoding.ASCII.GetBytes(Secret)),
            .. jpeg.AsSpan(2), .. Encoding.ASCII.GetBytes("<script>alert(1)</script>PK\x03\x04" + Secret),
        ];
    }

    static byte[] Segment(byte marker, byte[] content) =>
        [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    static byte[] Chunk(string kind, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(kind), .. content];
        var (length, check) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(check, Check(named));
        return [.. length, .. named, .. check];
    }

    /// <summary>CRC-32 of PNG's specification, bit by bit.</summary>
    static uint Check(byte[] bytes)
    {
        var register = 0xFFFFFFFFu;
        foreach (var it in bytes)
        {
            register ^= it;
            for (var bit = 0; bit < 8; bit++)
                register = (register & 1) == 0 ? register >> 1 : (register >> 1) ^ 0xEDB88320u;
        }
        return ~register;
    }

    static SKBitmap Fields(int width, int height)
    {
        var bitmap = new SKBitmap(width, height);
        using var canvas = new SKCanvas(bitmap);
        foreach (var (index, colour) in Colours.Index())
        {
            using var paint = new SKPaint { Color = colour, IsAntialias = false };
            canvas.DrawRect(index % 2 * (width / 2), index / 2 * (height / 2), width, height, paint);
        }
        return bitmap;
    }

    static byte[] Encoded(SKBitmap bitmap, SKEncodedImageFormat format)
    {
        using var data = bitmap.Encode(format, 95);
        return data.ToArray();
    }
}
