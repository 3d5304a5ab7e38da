using Homeward.Cases.Agencies;
using Homeward.Cases.Time;
using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Rings;

/// <summary>What may be recorded about a ring.</summary>
public static class RingRules
{
    public static Outcome<RingStep> Propose(RingFacts facts, RingStep.Proposed step)
    {
        var state = RingState.Of(facts, step.At);
        return state is RingState.BrokenUp or RingState.Merged ? new RingRefusal.WrongState(state) : step;
    }

    /// <summary>Approves the last proposal, if nothing happened to the ring since.</summary>
    public static Outcome<RingStep> Approve(RingFacts facts, Guid id, UserId by, Instant now)
    {
        var state = RingState.Of(facts, now);
        if (state is RingState.BrokenUp or RingState.Merged) return new RingRefusal.WrongState(state);
        if (facts.Steps.Where(it => it.At <= now).MaxBy(it => it.At) is not RingStep.Proposed proposed)
            return new RingRefusal.NothingProposed();
        if (proposed.By == by) return new RingRefusal.ApprovedByAuthor();
        var criteria = facts.CriteriaAt(now);
        if (!criteria.AreMet) return new RingRefusal.CriteriaNotMet(criteria);
        return new RingStep.BrokenUp
        {
            Id = id,
            Ring = facts.Ring.Id,
            By = by,
            At = now,
            Proposal = proposed.Id,
            During = proposed.During,
            Organisers = criteria.Organisers,
            OrganisersDetained = criteria.OrganisersDetained,
            Core = criteria.Core,
            CoreDetained = criteria.CoreDetained,
        };
    }

    public static Outcome<RingMembership> Join(RingFacts facts, RingMembership membership)
    {
        var state = RingState.Of(facts, membership.At);
        return state is RingState.Merged ? new RingRefusal.WrongState(state) : membership;
    }

    public static Outcome<RingStep> Resurface(RingFacts facts, RingStep.Resurfaced step)
    {
        var state = RingState.Of(facts, step.At);
        return state is RingState.BrokenUp ? step : new RingRefusal.WrongState(state);
    }

    public static Outcome<RingStep> Merge(RingFacts facts, RingFacts into, RingStep.Merged step)
    {
        Check.That(step.Ring == facts.Ring.Id && step.Into == into.Ring.Id);
        if (step.Ring == step.Into) return new RingRefusal.MergedIntoItself();
        // Only a ring that stands for itself takes part, so that merges never run in a circle.
        var state = RingState.Of(facts, step.At);
        if (state is RingState.Merged) return new RingRefusal.WrongState(state);
        var other = RingState.Of(into, step.At);
        return other is RingState.Merged ? new RingRefusal.WrongState(other) : step;
    }

    public static Outcome<RingStep> Separate(RingFacts facts, RingStep.Separated step)
    {
        var state = RingState.Of(facts, step.At);
        return state is RingState.Merged ? step : new RingRefusal.WrongState(state);
    }
}
