using Homeward.Cases.Photos;
using Homeward.Genetics.Simulation;
using SkiaSharp;

namespace Homeward.Cli.Commands.Demonstration;

/// <summary>What stands in a demonstration where a photo would: hills and a sun, drawn by numbers, under the word that
/// every made-up thing bears. Nobody's face.</summary>
static class SyntheticPicture
{
    const int Width = 960;
    const int Height = 720;
    const int Dot = 14;
    const int Quality = 84;
    const string Word = "SYNTHETIC";

    /// <summary>Letters as rows of five dots, the upper row first.</summary>
    static readonly Dictionary<char, int[]> Letters = new()
    {
        ['S'] = [0b01111, 0b10000, 0b10000, 0b01110, 0b00001, 0b00001, 0b11110],
        ['Y'] = [0b10001, 0b10001, 0b01010, 0b00100, 0b00100, 0b00100, 0b00100],
        ['N'] = [0b10001, 0b11001, 0b10101, 0b10101, 0b10101, 0b10011, 0b10001],
        ['T'] = [0b11111, 0b00100, 0b00100, 0b00100, 0b00100, 0b00100, 0b00100],
        ['H'] = [0b10001, 0b10001, 0b10001, 0b11111, 0b10001, 0b10001, 0b10001],
        ['E'] = [0b11111, 0b10000, 0b10000, 0b11110, 0b10000, 0b10000, 0b11111],
        ['I'] = [0b11111, 0b00100, 0b00100, 0b00100, 0b00100, 0b00100, 0b11111],
        ['C'] = [0b01111, 0b10000, 0b10000, 0b10000, 0b10000, 0b10000, 0b01111],
    };

    /// <summary>The same for the same number.</summary>
    public static Picture Of(int number)
    {
        var random = new SeededRandom((ulong)number + 1);
        var hue = random.NextBelow(360);
        using var surface = SKSurface.Create(
            new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var canvas = surface.Canvas;
        canvas.Clear(SKColor.FromHsl(hue, 38, 86));
        Circle(canvas, 120 + random.NextBelow(720), 150 + random.NextBelow(90), 64, SKColor.FromHsl(40, 80, 72));
        for (var hill = 0; hill < 3; hill++)
            Circle(
                canvas, random.NextBelow(Width), Height + 260 - (hill * 10), 560 - (hill * 80),
                SKColor.FromHsl((hue + 20 + (hill * 14)) % 360, 32, 66 - (hill * 13)));
        Write(canvas);
        using var image = surface.Snapshot();
        using var jpeg = image.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return new(jpeg.ToArray(), Width, Height);
    }

    static void Circle(SKCanvas canvas, int x, int y, int radius, SKColor colour)
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        canvas.DrawCircle(x, y, radius, paint);
    }

    static void Write(SKCanvas canvas)
    {
        using var paint = new SKPaint { Color = SKColors.White, IsAntialias = true };
        var left = (Width - (((Word.Length * 6) - 1) * Dot)) / 2;
        foreach (var (place, letter) in Word.Index())
            foreach (var (row, dots) in Letters[letter].Index())
                for (var column = 0; column < 5; column++)
                    if ((dots >> (4 - column) & 1) != 0)
                        canvas.DrawRect(
                            left + (((place * 6) + column) * Dot), Height - 150 + (row * Dot), Dot - 1, Dot - 1, paint);
    }
}
