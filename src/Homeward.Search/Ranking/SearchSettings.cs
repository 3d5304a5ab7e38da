using Homeward.Genetics.Kinship;
using Homeward.Genetics.Markers;
using Homeward.Search.Index;
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

    /// <summary>
    /// Candidates of each child, counted from the best, that get inconsistencies, alternatives and their markers: in a
    /// nation most candidates are worth no look. Order, LR, margins, posterior and band are every candidate's.
    /// </summary>
    public int ExplainedRanks { get; init; } = int.MaxValue;

    public required ScanOptions Scan { get; init; }

    /// <summary>The markers that every population has, in the order of the first.</summary>
    public IEnumerable<string> Markers => Populations[0].Markers.Where(it => Populations.All(p => p.Has(it)));

    /// <summary>
    /// Columns for the markers that somebody was typed at, all of them when nobody was: what a nation's kits lack takes
    /// no room. Amelogenin, which tells the sex and has no scores, comes last.
    /// </summary>
    public CodeBook CodeBookFor(IReadOnlySet<string> typed)
    {
        string[] columns = [.. Markers.Where(typed.Contains)];
        MarkerCodes[] sex = typed.Contains(RescuedChild.Amelogenin) ? [AmelogeninCodes] : [];
        return new([.. (columns.Length > 0 ? columns : Markers).Select(CodesOf), .. sex]);
    }

    static MarkerCodes AmelogeninCodes => new(RescuedChild.Amelogenin, [Allele.X, Allele.Y], [0.75, 0.25]);

    MarkerCodes CodesOf(string marker)
    {
        var ladder = Populations[0].Of(marker, []);
        return new(marker, ladder.Alleles, ladder.Model.Founder[..ladder.Model.VisibleCount].ToArray());
    }
}
