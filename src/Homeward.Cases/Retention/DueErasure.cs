using Homeward.Cases.Time;

namespace Homeward.Cases.Retention;

/// <summary>An erasure that a rule of the jurisdiction asks for.</summary>
/// <param name="Reason">Whose, and why.</param>
/// <param name="Rule">Under which it is due.</param>
/// <param name="From">From when on it may be done.</param>
/// <param name="By">By when it must be.</param>
public sealed record DueErasure(EndedReason Reason, RetentionRule Rule, Instant From, Instant By)
{
    public bool IsDueAt(Instant now) => From <= now;

    public bool IsOverdueAt(Instant now) => By < now;
}
