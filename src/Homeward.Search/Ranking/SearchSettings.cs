using Homeward.Genetics.Kinship;
using Homeward.Search.Kernels;

namespace Homeward.Search.Ranking;

/// <summary>What a search takes for granted, all of it reported with its result.</summary>
public sealed record SearchSettings
{
    /// <summary>
    /// One a population, the first one for the scan. Only markers of all of them are used; the smallest LR counts.
    /// </summary>
    public required IReadOnlyList<MarkerLadders> Populations { get; init; }

    /// <summary>Smallest log10 LR, against unrelated, that is reported.</summary>
    public required double Threshold { get; init; }

    /// <summary>
    /// Prior of each alternative over the prior of the claim, for the posterior of the alternatives among themselves:
    /// an uncle, say, is taken to stand in a father's place once in 1/this many families.
    /// </summary>
    public required double AlternativePrior { get; init; }

    public required ScanOptions Scan { get; init; }

    /// <summary>The markers that every population has, in the order of the first.</summary>
    public IEnumerable<string> Markers => Populations[0].Markers.Where(it => Populations.All(p => p.Has(it)));
}
