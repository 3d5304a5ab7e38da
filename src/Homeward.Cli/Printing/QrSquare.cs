using QRCoder;

namespace Homeward.Cli.Printing;

/// <summary>A text as a QR code in SVG.</summary>
static class QrSquare
{
    const int PixelsOfModule = 4;

    /// <param name="text">What a scanner reads; a sample's number and nothing about a person.</param>
    public static string Svg(string text)
    {
        using var generator = new QRCodeGenerator();
        // Quartile: a quarter of a scratched or wet label may be unreadable.
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.Q);
        using var svg = new SvgQRCode(data);
        return svg.GetGraphic(PixelsOfModule);
    }
}
