using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Time;

/// <summary>An age between two ages, both included, in completed months: "three to five years" is 36 to 71.</summary>
/// <remarks>
/// How an age is said and estimated. What is kept of a person is the interval of birth, from which the age on any day
/// follows; so an estimate is turned into one with <see cref="BirthAt"/>.
/// </remarks>
public sealed record AgeInterval
{
    /// <summary>Nobody is taken to be older than this.</summary>
    public const int MostMonths = 150 * 12;

    public AgeInterval(int youngestMonths, int oldestMonths)
    {
        Check.That(0 <= youngestMonths && youngestMonths <= oldestMonths && oldestMonths <= MostMonths);
        (YoungestMonths, OldestMonths) = (youngestMonths, oldestMonths);
    }

    public int YoungestMonths { get; }
    public int OldestMonths { get; }

    /// <summary>From this many completed years to that many: 3 to 5 ends the day before the sixth birthday.</summary>
    public static AgeInterval Years(int youngest, int oldest) => new(youngest * 12, oldest * 12 + 11);

    /// <summary>Every day of birth that gives this age on that day, and no other.</summary>
    public DayInterval BirthAt(DateOnly day) =>
        new(day.AddMonths(-OldestMonths - 1).AddDays(1), day.AddMonths(-YoungestMonths));

    /// <summary>Whole months from the birth to a day; 0 before it.</summary>
    /// <remarks>A month is complete on the day of the month of birth; where the month has no such day, on the first of
    /// the next. Whoever is born on 29 February has a common year's birthday on 1 March.</remarks>
    public static int CompletedMonths(DateOnly birth, DateOnly day)
    {
        var months = (day.Year - birth.Year) * 12 + day.Month - birth.Month - (day.Day < birth.Day ? 1 : 0);
        return Math.Max(months, 0);
    }

    public override string ToString() =>
        YoungestMonths == OldestMonths ? $"{YoungestMonths} months" : $"{YoungestMonths} to {OldestMonths} months";
}
