using Homeward.Cases.Time;

namespace Homeward.Cases.Jurisdictions;

/// <summary>By when something must be done, on what basis, in which years.</summary>
public sealed record ClockRule(ClockKind Kind, ClockStart Start, ClockSpan Span, Validity Validity, Wording Basis)
{
    /// <summary>When a clock that starts now is due.</summary>
    public Instant Due(Instant started, Zone zone) => Span.After(started, zone);
}
