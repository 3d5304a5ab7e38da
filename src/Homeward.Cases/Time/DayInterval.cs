using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Time;

/// <summary>A day that is known only to lie between two days, both included. Unknown on one side has no bound
/// there.</summary>
public readonly record struct DayInterval
{
    public DayInterval(DateOnly? earliest, DateOnly? latest)
    {
        Check.That(earliest is not { } from || latest is not { } to || from <= to);
        (Earliest, Latest) = (earliest, latest);
    }

    public DateOnly? Earliest { get; }
    public DateOnly? Latest { get; }

    public static DayInterval Unknown => new(null, null);
    public static DayInterval On(DateOnly day) => new(day, day);
    public bool IsExact => Earliest is not null && Earliest == Latest;

    /// <summary>Whether both may be the same day.</summary>
    public bool Overlaps(DayInterval other) =>
        !(Latest < other.Earliest) && !(other.Latest < Earliest);
}
