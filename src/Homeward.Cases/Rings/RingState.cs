using Homeward.Cases.Investigations;
using Homeward.Cases.Time;

namespace Homeward.Cases.Rings;

/// <summary>What is known of a ring at a moment, computed from its facts.</summary>
public abstract record RingState
{
    RingState() { }

    /// <summary>A name, and no member that is more than a guess.</summary>
    public sealed record Suspected : RingState;

    public sealed record Known(int Members) : RingState;

    public sealed record BrokenUp(RingStep.BrokenUp Step) : RingState;

    /// <summary>Broken up once, and at work again.</summary>
    public sealed record Resurfaced(Instant At) : RingState;

    public sealed record Merged(RingId Into) : RingState;

    public static RingState Of(RingFacts facts, Instant now)
    {
        var members = facts.MembersAt(now).Count(it => it.Certainty != LinkCertainty.Unconfirmed);
        RingState state = members == 0 ? new Suspected() : new Known(members);
        // Nothing happens to one that is merged, so that one state is enough to go back to.
        var beforeMerge = state;
        foreach (var step in facts.Steps.Where(it => it.At <= now).OrderBy(it => it.At))
        {
            if (step is RingStep.Merged) beforeMerge = state;
            state = step switch
            {
                RingStep.BrokenUp it => new BrokenUp(it),
                RingStep.Resurfaced it => new Resurfaced(it.At),
                RingStep.Merged it => new Merged(it.Into),
                RingStep.Separated => beforeMerge,
                _ => state,
            };
        }
        return state;
    }
}
