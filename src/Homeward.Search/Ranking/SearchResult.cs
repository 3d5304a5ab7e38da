namespace Homeward.Search.Ranking;

/// <summary>What a search found.</summary>
/// <param name="Candidates">By child in the order given, then by rank.</param>
/// <param name="Unreachable">Families whose relatives cannot reach the threshold whoever the child is: sample more of
/// them.</param>
/// <param name="TooOpen">Missing members not searched for, at least for some child: with theta above 0 so many founder
/// alleles of their family are unseen that no exact calculation is in reach.</param>
/// <param name="PairsCompared">Children times missing members.</param>
/// <param name="ExactCount">Pairs that the scan let through to the exact calculation.</param>
public sealed record SearchResult(
    IReadOnlyList<Candidate> Candidates,
    IReadOnlyList<(string Family, string Missing)> Unreachable,
    IReadOnlyList<(string Family, string Missing)> TooOpen,
    long PairsCompared,
    int ExactCount);
