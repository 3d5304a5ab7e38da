using Homeward.Genetics.Kinship;
using Homeward.Genetics.Pedigrees;

namespace Homeward.Search.Ranking;

/// <summary>Puts the pairs over the threshold in order and says how far each one stands out.</summary>
/// <remarks>
/// Order: log10 LR rounded to six places, descending, then family, then missing member, by ordinal id; so the list is
/// the same at any number of threads and on any machine.
/// </remarks>
sealed class Ranker(SearchSettings settings, IReadOnlyList<RescuedChild> children, IReadOnlyList<Family> families)
{
    const double Lead = 4, CandidateLimit = 6, Strong = 10, StrongMargin = 4;
    readonly Dictionary<Sex, int> _searches =
        Enum.GetValues<Sex>().ToDictionary(it => it, it => CompatibleWith(it, families));

    public IReadOnlyList<Candidate> Ranked(IReadOnlyList<ExactPair> pairs)
    {
        var byChild = pairs.ToLookup(it => it.Child.Id);
        var byMissing = pairs.ToLookup(it => (it.Family.Id, it.Missing));
        return [.. children.SelectMany(child => RankedOf(byChild[child.Id], byMissing))];
    }

    IEnumerable<Candidate> RankedOf(
        IEnumerable<ExactPair> ofChild, ILookup<(string, int), ExactPair> byMissing)
    {
        var ordered = ofChild
            .OrderByDescending(it => Rounded(it.Log10))
            .ThenBy(it => it.Family.Id, StringComparer.Ordinal)
            .ThenBy(it => it.MissingId, StringComparer.Ordinal)
            .ToArray();
        foreach (var pair in ordered)
        {
            var overFamily = MarginOver(pair, ordered.Where(it => it.Family.Id != pair.Family.Id));
            var overChild = MarginOver(
                pair, byMissing[(pair.Family.Id, pair.Missing)].Where(it => it.Child.Id != pair.Child.Id));
            yield return CandidateOf(pair, ordered, overFamily, overChild);
        }
    }

    Candidate CandidateOf(ExactPair pair, ExactPair[] ordered, Margin overFamily, Margin overChild)
    {
        var missingSex = pair.Family.Pedigree.Members[pair.Missing].Sex;
        // A search for the other sex is not among the compatible ones; its own candidate counts it.
        var isExtra = missingSex != Sex.Unknown && pair.Child.Sex != Sex.Unknown && missingSex != pair.Child.Sex;
        var prior = 1.0 / (_searches[pair.Child.Sex] + (isExtra ? 2 : 1));
        return new()
        {
            Child = pair.Child.Id,
            Family = pair.Family.Id,
            Missing = pair.MissingId,
            Rank = 1 + ordered.Count(it => Rounded(it.Log10) > Rounded(pair.Log10)),
            IsTied = ordered.Count(it => Rounded(it.Log10) == Rounded(pair.Log10)) > 1,
            ByPopulation = pair.ByPopulation,
            Log10 = pair.Log10,
            Markers = pair.Markers,
            Inconsistencies = pair.Inconsistencies,
            Alternatives = pair.Alternatives,
            OverNextFamily = overFamily,
            OverNextChild = overChild,
            Prior = prior,
            Posterior = Posterior(prior, pair.Log10),
            Band = BandOf(pair.Log10, overFamily, overChild),
            ChildSex = pair.Child.Sex,
            MissingSex = missingSex,
        };
    }

    Margin MarginOver(ExactPair pair, IEnumerable<ExactPair> others)
    {
        var next = others.Select(it => it.Log10).DefaultIfEmpty(double.NegativeInfinity).Max();
        return double.IsNegativeInfinity(next)
            ? new(pair.Log10 - settings.Threshold, IsAtLeast: true)
            : new(pair.Log10 - next, IsAtLeast: false);
    }

    /// <summary>Missing members of the child's sex, of unknown sex, or all when the child's is unknown.</summary>
    static int CompatibleWith(Sex child, IReadOnlyList<Family> families) =>
        families.Sum(family => family.Missing.Count(it =>
        {
            var sex = family.Pedigree.Members[it].Sex;
            return child == Sex.Unknown || sex == Sex.Unknown || sex == child;
        }));

    /// <summary>π·LR/(π·LR + 1 − π), without overflow.</summary>
    internal static double Posterior(double prior, double log10) =>
        1 / (1 + (1 - prior) / prior * Math.Pow(10, -log10));

    internal static Band BandOf(double log10, Margin overFamily, Margin overChild) =>
        log10 >= Strong && Math.Min(overFamily.Log10, overChild.Log10) >= StrongMargin ? Band.Strong
        : log10 >= CandidateLimit ? Band.Candidate
        : log10 >= Lead ? Band.Lead
        : Band.BelowLead;

    static double Rounded(double log10) => Math.Round(log10, 6);
}
