using Homeward.Cases.Jurisdictions;
using Homeward.Cases.Situations;
using Homeward.Cases.Time;

namespace Homeward.Tests.Cases.Situations;

public sealed class PlacementsTests
{
    static readonly Instant Rescue = Instant.Of(new(2011, 7, 20, 4, 0, 0, TimeSpan.FromHours(8)));

    /// <summary>Ten placements after 1 to 10 hours: five took at most 5 hours, nine at most 9.</summary>
    [Fact]
    public void Half_of_the_placed_took_no_longer_than_the_median_and_nine_in_ten_than_the_other()
    {
        var cases = Enumerable.Range(1, 10).Reverse().Select(it => Placed(it)).ToList();

        var it = Placements.Of(cases, JurisdictionProfile.China, Rescue + TimeSpan.FromDays(9));

        Assert.Equal((10, 0, 0), (it.Placed, it.Waiting, it.Overdue));
        Assert.Equal(TimeSpan.FromHours(5), it.Median);
        Assert.Equal(TimeSpan.FromHours(9), it.NinetyPercent);
        Assert.Equal(TimeSpan.FromHours(10), it.Longest);
    }

    /// <summary>The profile of China gives 24 hours, the international one 48.</summary>
    [Theory]
    [InlineData("cn", 24.0, 0)]
    [InlineData("cn", 24.1, 1)]
    [InlineData("intl", 24.1, 0)]
    [InlineData("intl", 48.1, 1)]
    public void Somebody_waits_too_long_once_the_hours_of_the_jurisdiction_are_over(
        string profile, double hours, int overdue)
    {
        var now = Rescue + TimeSpan.FromHours(hours);

        var it = Placements.Of([new(Rescue, null, IsWaiting: true)], JurisdictionProfile.Find(profile)!, now);

        Assert.Equal((0, 1, overdue), (it.Placed, it.Waiting, it.Overdue));
        Assert.Equal(now - Rescue, it.LongestWait);
        Assert.Null(it.Median);
    }

    [Fact]
    public void Somebody_unsettled_or_missing_waits_for_no_home_and_is_not_counted_as_waiting()
    {
        var it = Placements.Of(
            [new(Rescue, null, IsWaiting: false)], JurisdictionProfile.China, Rescue + TimeSpan.FromDays(30));

        Assert.Equal((0, 0, 0), (it.Placed, it.Waiting, it.Overdue));
    }

    static Placements.Case Placed(int hours) => new(Rescue, Rescue + TimeSpan.FromHours(hours), IsWaiting: false);
}
