using Homeward.Cases.Time;

namespace Homeward.Cases.Investigations;

/// <summary>How far an investigation is at a moment, computed from its facts.</summary>
public abstract record InvestigationState
{
    InvestigationState() { }

    public sealed record Open(Instant Since) : InvestigationState;

    public sealed record Solved(Instant At) : InvestigationState;

    public sealed record Merged(InvestigationId Into) : InvestigationState;

    public static InvestigationState Of(InvestigationFacts facts, Instant now)
    {
        InvestigationState state = new Open(facts.Investigation.At);
        // Nothing happens to one that is merged, so that one state is enough to go back to.
        var beforeMerge = state;
        foreach (var step in facts.Steps.Where(it => it.At <= now).OrderBy(it => it.At))
        {
            if (step is InvestigationStep.Merged) beforeMerge = state;
            state = step switch
            {
                InvestigationStep.Solved it => new Solved(it.At),
                InvestigationStep.Reopened it => new Open(it.At),
                InvestigationStep.Merged it => new Merged(it.Into),
                InvestigationStep.Separated => beforeMerge,
                _ => state,
            };
        }
        return state;
    }
}
