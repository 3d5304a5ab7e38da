using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Investigations;

/// <summary>Why something is not allowed for an investigation now.</summary>
public abstract record InvestigationRefusal : Refusal
{
    InvestigationRefusal(string reason) : base(reason) { }

    public sealed record NotFound() : InvestigationRefusal("There is no such investigation.");

    public sealed record WrongState(InvestigationState State)
        : InvestigationRefusal("The investigation is not in a state that allows this.");

    public sealed record UnknownOffence(string Code)
        : InvestigationRefusal("The jurisdiction's profile has no such offence.");

    public sealed record NoOffence() : InvestigationRefusal("An investigation names at least one offence.");

    public sealed record MergedIntoItself() : InvestigationRefusal("An investigation cannot be part of itself.");
}
