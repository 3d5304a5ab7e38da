using Homeward.Cases.Agencies;
using Homeward.Cases.Operations;
using Homeward.Cases.Time;
using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Rings;

/// <summary>What may be recorded about a ring.</summary>
public static class RingRules
{
    /// <summary>A proposal that a ring is broken up, made by one and approved by another.</summary>
    public sealed record BreakUp(Guid Id, UserId Author, UserId Approver, OperationId? During, Instant At);

    public static Outcome<RingStep> Approve(RingFacts facts, BreakUp proposed)
    {
        var state = RingState.Of(facts, proposed.At);
        if (state is RingState.BrokenUp or RingState.Merged) return new RingRefusal.WrongState(state);
        if (proposed.Author == proposed.Approver) return new RingRefusal.ApprovedByAuthor();
        var criteria = facts.CriteriaAt(proposed.At);
        if (!criteria.AreMet) return new RingRefusal.CriteriaNotMet(criteria);
        return new RingStep.BrokenUp
        {
            Id = proposed.Id,
            Ring = facts.Ring.Id,
            By = proposed.Author,
            Approver = proposed.Approver,
            During = proposed.During,
            At = proposed.At,
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
}
