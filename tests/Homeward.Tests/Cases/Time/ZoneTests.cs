using Homeward.Cases.Time;

namespace Homeward.Tests.Cases.Time;

public sealed class ZoneTests
{
    [Fact]
    public void A_day_is_a_day_of_the_zone()
    {
        var zone = Zone.Named("+08:00")!;
        var lateInLondon = Instant.Of(new DateTimeOffset(2011, 7, 26, 16, 0, 0, TimeSpan.Zero));

        Assert.Equal(new DateOnly(2011, 7, 27), zone.DayOf(lateInLondon));
        Assert.Equal(new DateOnly(2011, 7, 26), zone.DayOf(new(lateInLondon.Microseconds - 1)));
        Assert.Equal(lateInLondon, zone.StartOf(new(2011, 7, 27)));
    }

    [Fact]
    public void A_zone_behind_UTC_has_the_day_before() =>
        Assert.Equal(
            new DateOnly(2011, 7, 26),
            Zone.Named("-05:30")!.DayOf(Instant.Of(new DateTimeOffset(2011, 7, 27, 5, 0, 0, TimeSpan.Zero))));

    [Theory]
    [InlineData("8")]
    [InlineData("+8:00")]
    [InlineData("+24:00")]
    [InlineData("+08.00")]
    [InlineData("Middle/Earth")]
    [InlineData("")]
    public void What_is_no_zone_is_none(string name) => Assert.Null(Zone.Named(name));

    [Fact]
    public void Every_day_starts_when_the_day_before_ends()
    {
        foreach (var name in new[] { "+08:00", "-11:00", "+00:00" })
        {
            var zone = Zone.Named(name)!;
            for (var day = new DateOnly(2011, 1, 1); day.Year < 2013; day = day.AddDays(1))
            {
                Assert.Equal(day, zone.DayOf(zone.StartOf(day)));
                Assert.Equal(day.AddDays(-1), zone.DayOf(new(zone.StartOf(day).Microseconds - 1)));
            }
        }
    }
}
