using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Investigations;

/// <summary>What may be recorded about an investigation.</summary>
public static class InvestigationRules
{
    /// <param name="facts">The new investigation with its offences.</param>
    /// <param name="known">The offences of the jurisdiction's profile.</param>
    public static Outcome<InvestigationFacts> Open(InvestigationFacts facts, IReadOnlySet<string> known)
    {
        if (facts.Offences.Count == 0) return new InvestigationRefusal.NoOffence();
        var unknown = facts.Offences.FirstOrDefault(it => !known.Contains(it.Code));
        return unknown is null ? facts : new InvestigationRefusal.UnknownOffence(unknown.Code);
    }

    public static Outcome<InvestigationStep> Solve(InvestigationFacts facts, InvestigationStep.Solved step)
    {
        var state = InvestigationState.Of(facts, step.At);
        return state is InvestigationState.Open ? step : new InvestigationRefusal.WrongState(state);
    }

    public static Outcome<InvestigationStep> Reopen(InvestigationFacts facts, InvestigationStep.Reopened step)
    {
        var state = InvestigationState.Of(facts, step.At);
        return state is InvestigationState.Solved ? step : new InvestigationRefusal.WrongState(state);
    }

    public static Outcome<InvestigationStep> Merge(
        InvestigationFacts facts, InvestigationFacts into, InvestigationStep.Merged step)
    {
        Check.That(step.Investigation == facts.Investigation.Id && step.Into == into.Investigation.Id);
        if (step.Investigation == step.Into) return new InvestigationRefusal.MergedIntoItself();
        // Only one that stands for itself takes part, so that merges never run in a circle.
        var state = InvestigationState.Of(facts, step.At);
        if (state is InvestigationState.Merged) return new InvestigationRefusal.WrongState(state);
        var other = InvestigationState.Of(into, step.At);
        return other is InvestigationState.Merged ? new InvestigationRefusal.WrongState(other) : step;
    }

    public static Outcome<InvestigationStep> Separate(InvestigationFacts facts, InvestigationStep.Separated step)
    {
        var state = InvestigationState.Of(facts, step.At);
        return state is InvestigationState.Merged ? step : new InvestigationRefusal.WrongState(state);
    }
}
