using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Identification;

/// <summary>Why nothing can be done with a candidate.</summary>
public abstract record CandidateRefusal : Refusal
{
    CandidateRefusal(string reason) : base(reason) { }

    public sealed record NotFound() : CandidateRefusal("There is no such candidate.");

    public sealed record NotOpen() : CandidateRefusal("The candidate is closed, or was excluded.");

    public sealed record ProposedAlready(MatchId Match) : CandidateRefusal("Somebody has proposed this match.");
}
