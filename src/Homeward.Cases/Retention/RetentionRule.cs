using Homeward.Cases.Jurisdictions;
using Homeward.Cases.Time;

namespace Homeward.Cases.Retention;

/// <summary>How long profiles are kept after the reason for them has ended, and by when they must be gone.</summary>
/// <param name="Kind">What ended.</param>
/// <param name="Keep">Not erased before; null = at once.</param>
/// <param name="Within">Gone by then.</param>
/// <param name="Validity">On which days it must have ended.</param>
/// <param name="Basis">In words.</param>
public sealed record RetentionRule(
    RetentionKind Kind, ClockSpan? Keep, ClockSpan Within, Validity Validity, Wording Basis)
{
    /// <summary>From when on they may be erased.</summary>
    public Instant From(Instant ended, Zone zone) => Keep?.After(ended, zone) ?? ended;

    /// <summary>By when they must be erased.</summary>
    public Instant By(Instant ended, Zone zone) => Within.After(ended, zone);
}
