using Homeward.Server.Features.Maps;

namespace Homeward.Tests.Server.Maps;

public sealed class AlbersTests
{
    /// <summary>Snyder 1987, page 291: the worked example on a sphere of radius 1.</summary>
    [Fact]
    public void A_place_falls_where_the_textbook_puts_it()
    {
        var (east, north) = new Albers(29.5, 45.5, new(-96, 23)).Of(new(-75, 35));

        Assert.Equal(0.2952720, east, 7);
        Assert.Equal(0.2416774, north, 7);
    }

    /// <summary>A strip of one degree between two parallels is as large as on the globe: the difference of the sines
    /// times the width in radians.</summary>
    [Theory]
    [InlineData(20, 25)]
    [InlineData(45, 53)]
    public void Areas_are_kept(double south, double north)
    {
        const int Steps = 400;
        List<(double X, double Y)> outline =
        [
            .. Enumerable.Range(0, Steps + 1).Select(it => Albers.OfChina.Of(new(80 + it / (double)Steps, south))),
            .. Enumerable.Range(0, Steps + 1).Select(it => Albers.OfChina.Of(new(81 - it / (double)Steps, north))),
        ];
        var area = outline.Index().Sum(it =>
        {
            var next = outline[(it.Index + 1) % outline.Count];
            return it.Item.X * next.Y - next.X * it.Item.Y;
        }) / 2;

        var expected = Math.PI / 180 * (Math.Sin(north * Math.PI / 180) - Math.Sin(south * Math.PI / 180));
        Assert.Equal(1, area / expected, 6);
    }
}
