using Homeward.Cases.People;
using Homeward.Cases.Time;

namespace Homeward.Cases.Jurisdictions;

/// <summary>Who is a child: one jurisdiction's or treaty's rule, applied to a person on a named day.</summary>
/// <param name="Code"><c>CN-criminal</c>, <c>UN</c>.</param>
/// <param name="ChildBelow">The age in years from which one is no longer a child.</param>
/// <param name="Reached">On which day that age is reached.</param>
/// <param name="Name">What the rule is called in print.</param>
/// <param name="Basis">The law it is taken from.</param>
public sealed record AgeRule(string Code, int ChildBelow, AgeReached Reached, Wording Name, Wording Basis)
{
    /// <summary>The class, on a day, of a person born in an interval.</summary>
    public AgeClass ClassOf(Sex sex, DayInterval birth, DateOnly day)
    {
        if (birth.Earliest is { } earliest && IsChild(earliest, day)) return AgeClass.Child;
        if (birth.Latest is not { } latest || IsChild(latest, day)) return AgeClass.NotDetermined;
        return sex switch
        {
            Sex.Female => AgeClass.Woman,
            Sex.Male => AgeClass.Man,
            Sex.Unknown or Sex.Intersex => AgeClass.NotDetermined,
        };
    }

    bool IsChild(DateOnly birth, DateOnly day)
    {
        var counted = Reached == AgeReached.Birthday ? day : day.AddDays(-1);
        return AgeInterval.CompletedMonths(birth, counted) < ChildBelow * 12;
    }
}
