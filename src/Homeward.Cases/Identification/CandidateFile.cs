namespace Homeward.Cases.Identification;

/// <summary>A candidate with everything that was said of it.</summary>
/// <param name="Candidate">As it was found.</param>
/// <param name="IsOpen">Whether somebody should look at it now.</param>
/// <param name="Closing">Null while the gene database holds it open.</param>
/// <param name="Exclusion">Null when nobody has excluded the pair.</param>
/// <param name="Proposal">Null when nobody has proposed it.</param>
public sealed record CandidateFile(
    FoundCandidate Candidate, bool IsOpen, CandidateClosing? Closing, PairExclusion? Exclusion,
    MatchProposal? Proposal);
