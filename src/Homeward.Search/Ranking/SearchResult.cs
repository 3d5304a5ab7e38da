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
    int ExactCount)
{
    /// <summary>Several searches, one after another; their margins know nothing of each other.</summary>
    public static SearchResult Together(IReadOnlyList<SearchResult> results) => new(
        [.. results.SelectMany(it => it.Candidates)],
        [.. results.SelectMany(it => it.Unreachable).Distinct()],
        [.. results.SelectMany(it => it.TooOpen).Distinct()],
        results.Sum(it => it.PairsCompared),
        results.Sum(it => it.ExactCount));
}
