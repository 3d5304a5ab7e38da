using Homeward.Cases.Identification;

namespace Homeward.Server.Features.Laboratory;

/// <summary>A candidate in the list.</summary>
/// <param name="Candidate">As it was found.</param>
/// <param name="Standing">Null when the pair is not searched any more: it is about to be closed.</param>
/// <param name="Inconsistent">At how many markers the claim breaks Mendel's laws.</param>
/// <param name="SexesDiffer">By amelogenin, from what was recorded of the missing one.</param>
/// <param name="IsProposed">Whether somebody has proposed it.</param>
public sealed record CandidateLine(
    FoundCandidate Candidate, Standing? Standing, int Inconsistent, bool SexesDiffer, bool IsProposed);
