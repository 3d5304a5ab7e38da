using Homeward.Cases.Time;
using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Jurisdictions;

/// <summary>Why an event cannot be added to a clock.</summary>
public static class ClockRefused
{
    public sealed record NoSuchClock() : Refusal("There is no such clock.");

    public sealed record AlreadySatisfied(ClockId Clock) : Refusal("What was due has been done already.");

    public sealed record NotSuspended(ClockId Clock) : Refusal("The clock is not suspended.");

    public sealed record AlreadySuspended(ClockId Clock) : Refusal("The clock is suspended already.");

    /// <summary>An event before the clock's start or before its last event would date something back.</summary>
    public sealed record DatedBack(ClockId Clock, Instant NotBefore) : Refusal("The event lies before the last one.");

    public sealed record NotYet(ClockId Clock) : Refusal("The event lies in the future.");
}
