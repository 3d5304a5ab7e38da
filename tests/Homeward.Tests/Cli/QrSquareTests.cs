using Homeward.Cli.Printing;

namespace Homeward.Tests.Cli;

public sealed class QrSquareTests
{
    /// <remarks>ISO/IEC 18004: version 1 has 21 modules a side and holds 16 alphanumeric characters at level Q; four
    /// empty modules stand on each side. 17 characters need version 2, with 25 modules.</remarks>
    [Theory]
    [InlineData("S-000123", (21 + 8) * 4)]
    [InlineData("S-ABCDEFGHIJKLMN", (21 + 8) * 4)]
    [InlineData("S-ABCDEFGHIJKLMNO", (25 + 8) * 4)]
    public void A_sample_number_has_the_size_that_the_standard_gives(string sample, int pixels)
    {
        var svg = QrSquare.Svg(sample);

        Assert.StartsWith("<svg", svg, StringComparison.Ordinal);
        Assert.Contains($"width=\"{pixels}\"", svg, StringComparison.Ordinal);
    }
}
