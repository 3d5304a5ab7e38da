using Homeward.Cases.Time;

namespace Homeward.Cases.Bulletins;

/// <summary>How far a bulletin is: computed from its facts.</summary>
public abstract record BulletinPhase
{
    BulletinPhase() { }

    public sealed record Draft : BulletinPhase;

    /// <summary>Counted, with so many of two signatures.</summary>
    public sealed record Reconciled(int Approvals) : BulletinPhase;

    public sealed record Approved : BulletinPhase;

    public sealed record Published(Instant At) : BulletinPhase;

    public static BulletinPhase Of(BulletinFacts facts)
    {
        if (facts.Publication is { } published) return new Published(published.At);
        if (facts.Last is not { } count) return new Draft();
        var approvals = facts.ApprovalsOf(count.Id).Count();
        return approvals < BulletinRules.Signatures ? new Reconciled(approvals) : new Approved();
    }
}
