using Homeward.Cases.Photos;
using Homeward.Server.Features.Photos;
using SkiaSharp;

namespace Homeward.Tests.Server.Photos;

/// <summary>What becomes of a file before it is a photo: OWASP ASVS 5, chapter 5 (files).</summary>
public sealed class PictureMakingTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<int> Orientations => [1, 2, 3, 4, 5, 6, 7, 8];

    [Theory, MemberData(nameof(Orientations))]
    public async Task Every_orientation_is_turned_upright_and_nothing_but_points_is_left(int orientation)
    {
        var sent = MadeUpPictures.JpegTurned(96, 64, orientation);
        Assert.True(MadeUpPictures.Has(sent, MadeUpPictures.Secret));

        var picture = await MadeAsync(sent);

        Assert.Equal((96, 64), (picture.Width, picture.Height));
        using var shown = SKBitmap.Decode(picture.Jpeg);
        Assert.Equal((96, 64), (shown.Width, shown.Height));
        foreach (var (index, expected) in MadeUpPictures.Colours.Index())
            AssertNear(expected, shown.GetPixel(24 + (index % 2 * 48), 16 + (index / 2 * 32)));
        foreach (var hidden in new[] { MadeUpPictures.Secret, "Exif", "<script>", "PK\x03\x04", "ICC_PROFILE" })
            Assert.False(MadeUpPictures.Has(picture.Jpeg, hidden), hidden);
        // JFIF header, tables and frame: no APP1 to APP15, no comment.
        Assert.DoesNotContain(MadeUpPictures.Segments(picture.Jpeg), it => it is > 0xE0 and <= 0xEF or 0xFE);
    }

    [Fact]
    public async Task Each_kind_that_is_taken_comes_back_as_a_jpeg_of_at_most_1600_points()
    {
        foreach (var sent in new[]
        {
            MadeUpPictures.Jpeg(4000, 2000), MadeUpPictures.Png(4000, 2000), MadeUpPictures.Webp(4000, 2000),
        })
        {
            var picture = await MadeAsync(sent);
            Assert.Equal((1600, 800), (picture.Width, picture.Height));
            Assert.Equal([0xFF, 0xD8, 0xFF], picture.Jpeg[..3]);
        }
        var small = await MadeAsync(MadeUpPictures.Png(3, 2));
        Assert.Equal((3, 2), (small.Width, small.Height));
    }

    [Fact]
    public async Task The_noisiest_picture_fits_into_its_row()
    {
        var picture = await MadeAsync(MadeUpPictures.Noise(1600, 1600));

        Assert.InRange(picture.Jpeg.Length, 1, Picture.MostBytes);
    }

    [Fact]
    public async Task What_shines_through_is_shown_on_white()
    {
        using var bitmap = new SKBitmap(8, 8);
        bitmap.Erase(SKColors.Transparent);
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);

        using var shown = SKBitmap.Decode((await MadeAsync(data.ToArray())).Jpeg);

        AssertNear(SKColors.White, shown.GetPixel(4, 4));
    }

    /// <summary>A gigabyte that nobody asks memory for: refused by what its first bytes say.</summary>
    [Theory]
    [InlineData(60_000, 60_000)]
    [InlineData(12_001, 10)]
    [InlineData(10_000, 6_000)]
    public async Task A_picture_that_is_larger_than_a_camera_makes_is_not_decoded(int width, int height) =>
        Assert.Equal("photo.pixels", await ProblemAsync(MadeUpPictures.PngBomb(width, height)));

    [Fact]
    public async Task What_was_cut_off_anywhere_is_no_photo()
    {
        foreach (var whole in new[]
        {
            MadeUpPictures.Jpeg(640, 480), MadeUpPictures.Png(640, 480), MadeUpPictures.Webp(640, 480),
        })
            foreach (var part in new[] { 0.02, 0.3, 0.7, 0.95 })
                Assert.True(
                    await ProblemAsync(whole[..(int)(whole.Length * part)]) is "photo.broken" or "photo.kind",
                    $"{part} of {whole.Length}");
    }

    /// <summary>Bytes changed anywhere: a picture or a refusal, and never a crash.</summary>
    [Fact]
    public async Task A_damaged_file_is_a_picture_or_a_refusal()
    {
        var random = new Random(2011);
        foreach (var whole in new[]
        {
            MadeUpPictures.Jpeg(160, 120), MadeUpPictures.Png(160, 120), MadeUpPictures.Webp(160, 120),
        })
            for (var i = 0; i < 300; i++)
            {
                var damaged = whole.ToArray();
                for (var hit = 0; hit < 1 + (i % 8); hit++)
                    damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
                var (picture, problem) = await PictureMaking.OfAsync(new(damaged, IsTooLarge: false), Cancel);
                Assert.True(picture is null != problem is null);
                if (picture is not null) Assert.InRange(Math.Max(picture.Width, picture.Height), 1, 1600);
            }
    }

    static async Task<Picture> MadeAsync(byte[] sent)
    {
        var (picture, problem) = await PictureMaking.OfAsync(new(sent, IsTooLarge: false), Cancel);
        Assert.Null(problem);
        return picture!;
    }

    static async Task<string?> ProblemAsync(byte[] sent) =>
        (await PictureMaking.OfAsync(new(sent, IsTooLarge: false), Cancel)).Problem;

    static void AssertNear(SKColor expected, SKColor actual)
    {
        // JPEG is not exact.
        Assert.InRange(actual.Red - expected.Red, -24, 24);
        Assert.InRange(actual.Green - expected.Green, -24, 24);
        Assert.InRange(actual.Blue - expected.Blue, -24, 24);
    }
}
