using System.Globalization;
using System.Text;
using QRCoder;

namespace Homeward.Server.Layout;

/// <summary>A QR code as the path of a drawing: no picture is loaded, and no style stands inline.</summary>
static class QrDots
{
    /// <summary>Modules on each side, the quiet zone included, and a square for each dark one.</summary>
    public static (int Side, string Path) Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var row = 0; row < data.ModuleMatrix.Count; row++)
            for (var column = 0; column < data.ModuleMatrix[row].Count; column++)
                if (data.ModuleMatrix[row][column])
                    path.Append(CultureInfo.InvariantCulture, $"M{column} {row}h1v1h-1z");
        return (data.ModuleMatrix.Count, path.ToString());
    }
}
