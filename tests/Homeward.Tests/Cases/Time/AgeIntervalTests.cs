using CsCheck;
using Homeward.Cases.Time;

namespace Homeward.Tests.Cases.Time;

public sealed class AgeIntervalTests
{
    static readonly Gen<DateOnly> GenDay =
        Gen.Int[0, 40_000].Select(it => new DateOnly(1930, 1, 1).AddDays(it));

    [Theory]
    [InlineData("2011-03-15", "2011-07-15", 4)]
    [InlineData("2011-03-15", "2011-07-14", 3)]
    [InlineData("2011-01-31", "2011-02-28", 0)]        // February has no 31st: complete on 1 March
    [InlineData("2011-01-31", "2011-03-01", 1)]
    [InlineData("2000-02-29", "2014-02-28", 167)]      // a day short of 14 years
    [InlineData("2000-02-29", "2014-03-01", 168)]
    [InlineData("2012-01-01", "2011-07-15", 0)]        // not born yet
    public void A_month_is_complete_on_its_day(string birth, string day, int expected) =>
        Assert.Equal(expected, AgeInterval.CompletedMonths(Day(birth), Day(day)));

    [Fact]
    public void Three_to_five_years_ends_the_day_before_the_sixth_birthday()
    {
        var birth = AgeInterval.Years(3, 5).BirthAt(Day("2011-07-15"));

        Assert.Equal(Day("2005-07-16"), birth.Earliest);       // six tomorrow
        Assert.Equal(Day("2008-07-15"), birth.Latest);         // three today
    }

    [Fact]
    public void An_age_gives_exactly_the_days_of_birth_that_give_it_back() =>
        Gen.Select(GenDay, Gen.Int[0, 400], Gen.Int[0, 60]).Sample((day, youngest, width) =>
        {
            var birth = new AgeInterval(youngest, youngest + width).BirthAt(day);
            var (earliest, latest) = (birth.Earliest!.Value, birth.Latest!.Value);

            Assert.Equal(youngest, AgeInterval.CompletedMonths(latest, day));
            Assert.Equal(youngest + width, AgeInterval.CompletedMonths(earliest, day));
            Assert.True(AgeInterval.CompletedMonths(earliest.AddDays(-1), day) > youngest + width);
            if (youngest > 0) Assert.True(AgeInterval.CompletedMonths(latest.AddDays(1), day) < youngest);
        });

    [Fact]
    public void An_interval_that_ends_before_it_begins_is_refused()
    {
        Assert.Throws<InvalidOperationException>(() => new AgeInterval(5, 4));
        Assert.Throws<InvalidOperationException>(() => new AgeInterval(-1, 4));
    }

    static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
