using System.Collections.Concurrent;
using Homeward.Genetics.Kinship;
using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Profiles;
using Homeward.Search.Ranking;

namespace Homeward.Tests.Search.Ranking;

/// <summary>
/// Every child against one family by the engine alone, marker by marker, a marker's LR remembered by what the child
/// shows there: no code, no table, no scan.
/// </summary>
sealed class PairByPair(Family family, MarkerLadders ladders, IReadOnlyList<string> markers)
{
    readonly ConcurrentDictionary<(string Marker, Genotype Read, double DropOut, Sex Sex), double> _known = new();
    readonly ConcurrentDictionary<Sex, (Hypothesis Claim, Hypothesis Unrelated)> _claims = new();

    /// <summary>log10 LR of the family's first missing member and this child; NaN where both are impossible.</summary>
    public double Log10(RescuedChild child)
    {
        var total = 0.0;
        foreach (var marker in markers)
            if (child.Profile.Genotypes.TryGetValue(marker, out var read)
                && family.Profiles.Any(it => it?.Genotypes.ContainsKey(marker) == true))
                total += _known.GetOrAdd(
                    (marker, read, child.Profile.DropOut, ladders.IsX(marker) ? child.Sex : Sex.Unknown),
                    it => OfMarker(it.Marker, child));
        return total;
    }

    double OfMarker(string marker, RescuedChild child)
    {
        var (claim, unrelated) = HypothesesFor(child);
        if (ladders.IsX(marker) && !(Comparison.FitsX(marker, claim) && Comparison.FitsX(marker, unrelated))) return 0;
        return Comparison.Of([claim, unrelated], [marker], ladders).Over(1).Log10;
    }

    (Hypothesis Claim, Hypothesis Unrelated) HypothesesFor(RescuedChild child)
    {
        var (claim, unrelated) = _claims.GetOrAdd(
            child.Sex, sex => FamilyClaims.Main(family, family.Missing[0], child.Profile, sex));
        Profile?[] claimed = [.. family.Profiles];
        claimed[family.Missing[0]] = child.Profile;
        return (claim.With(claimed), unrelated.With([.. family.Profiles, child.Profile]));
    }
}
