using Homeward.Cases.Agencies;
using Homeward.Cases.Time;
using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Bulletins;

/// <summary>What may be done with a bulletin, and when: draft, count, two signatures, publication.</summary>
public static class BulletinRules
{
    public const int Signatures = 2;

    /// <summary>A bulletin may be counted again until it is published; the signatures under the old count fall.
    /// </summary>
    public static Outcome<BulletinFacts> MayCount(BulletinFacts facts) =>
        BulletinPhase.Of(facts) is BulletinPhase.Published published
            ? new BulletinRefusal.WrongPhase(published)
            : facts;

    public static Outcome<BulletinApproval> Approve(BulletinFacts facts, UserId by, Instant now)
    {
        var phase = BulletinPhase.Of(facts);
        if (phase is not BulletinPhase.Reconciled || facts.Last is not { } count)
            return new BulletinRefusal.WrongPhase(phase);
        if (by == facts.Bulletin.By || by == count.By) return new BulletinRefusal.ApprovedByAuthor();
        if (facts.ApprovalsOf(count.Id).Any(it => it.By == by)) return new BulletinRefusal.ApprovedTwice();
        return new BulletinApproval { Count = count.Id, By = by, At = now };
    }

    public static Outcome<BulletinPublication> Publish(BulletinFacts facts, UserId by, Instant now)
    {
        var phase = BulletinPhase.Of(facts);
        if (phase is not BulletinPhase.Approved || facts.Last is not { } count)
            return new BulletinRefusal.WrongPhase(phase);
        return new BulletinPublication { Bulletin = facts.Bulletin.Id, Count = count.Id, By = by, At = now };
    }
}
