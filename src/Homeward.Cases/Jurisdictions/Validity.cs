namespace Homeward.Cases.Jurisdictions;

/// <summary>The days on which a rule holds, both included; an open end is null.</summary>
public readonly record struct Validity(DateOnly? From, DateOnly? Until)
{
    public bool Holds(DateOnly day) => (From is null || From <= day) && (Until is null || day <= Until);

    public bool Overlaps(Validity other) =>
        !(Until < other.From) && !(other.Until < From);
}
