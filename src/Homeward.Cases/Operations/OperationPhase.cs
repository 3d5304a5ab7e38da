using Homeward.Cases.Time;

namespace Homeward.Cases.Operations;

/// <summary>How far an operation is at a moment: computed from its facts, kept nowhere.</summary>
public abstract record OperationPhase
{
    OperationPhase() { }

    public sealed record Planned : OperationPhase;

    /// <summary>Signed, and something is still lacking.</summary>
    public sealed record Authorised(Readiness Lacks) : OperationPhase;

    /// <summary>Beds are held, every participant has accepted: it will start at H-hour.</summary>
    public sealed record Staged(Instant HHour) : OperationPhase;

    /// <param name="Since">H-hour.</param>
    /// <param name="Lacked">What was lacking at H-hour. Then the operation did not start by itself, but children were
    /// rescued or suspects detained in it all the same.</param>
    public sealed record Executing(Instant Since, Readiness? Lacked) : OperationPhase;

    public sealed record Secured(Instant At) : OperationPhase;

    public sealed record Reported(Instant At, string Bulletin) : OperationPhase;

    public sealed record Closed(Instant At) : OperationPhase;

    public sealed record Aborted(Instant At, string Reason) : OperationPhase;

    /// <summary>Whether results may be recorded under the operation.</summary>
    public bool TakesResults => this is Executing or Secured or Reported;

    public static OperationPhase Of(OperationFacts facts, Instant now)
    {
        OperationPhase phase = new Planned();
        var reported = default(Reported);
        foreach (var step in facts.Upto(now))
            phase = step switch
            {
                OperationStep.Authorised => new Authorised(facts.ReadinessAt(now)),
                OperationStep.Aborted it => new Aborted(it.At, it.Reason),
                OperationStep.Secured it => new Secured(it.At),
                OperationStep.Reported it => reported = new Reported(it.At, it.Bulletin),
                OperationStep.Closed it => new Closed(it.At),
                // A reopened operation takes results again; what was reported stays reported.
                OperationStep.Reopened it => reported is null ? new Secured(it.At) : reported,
                _ => phase,
            };
        return phase is Authorised authorised ? Upcoming(facts, authorised, now) : phase;
    }

    static OperationPhase Upcoming(OperationFacts facts, Authorised authorised, Instant now)
    {
        var hHour = facts.HHourAt(now);
        if (now < hHour) return authorised.Lacks.IsReady ? new Staged(hHour) : authorised;
        // Beds that were used or released since do not make an operation unready that was ready at H-hour.
        var atHHour = facts.ReadinessAt(hHour);
        if (atHHour.IsReady || authorised.Lacks.IsReady) return new Executing(hHour, Lacked: null);
        return facts.Results.First <= now ? new Executing(hHour, atHHour) : authorised;
    }
}
