using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Primitives;
using Homeward.Genetics.Profiles;

namespace Homeward.Genetics.Kinship;

/// <summary>
/// Several hypotheses about the same profiles, marker by marker; the first is the one that is claimed.
/// </summary>
public sealed class Comparison
{
    Comparison(IReadOnlyList<Hypothesis> hypotheses, IReadOnlyList<MarkerLikelihoods> markers) =>
        (Hypotheses, Markers) = (hypotheses, markers);

    public IReadOnlyList<Hypothesis> Hypotheses { get; }
    public IReadOnlyList<MarkerLikelihoods> Markers { get; }

    /// <summary>The claim over one of the other hypotheses.</summary>
    public LikelihoodRatio Over(int hypothesis) =>
        LikelihoodRatio.OfUnlinked(Markers.Select(it => it.Ratio(0, hypothesis)));

    /// <param name="hypotheses">At least one; each holds the same profiles.</param>
    /// <param name="markers">Canonical names, each in the population; see <see cref="UsableMarkers"/>.</param>
    /// <param name="ladders">Frequencies and mutation; the alleles of all profiles here join the ladder.</param>
    /// <param name="memory">What was worked out before, for many comparisons of few forms; null for none.</param>
    public static Comparison Of(
        IReadOnlyList<Hypothesis> hypotheses,
        IEnumerable<string> markers,
        MarkerLadders ladders,
        LikelihoodMemory? memory = null)
    {
        var profiles = hypotheses[0].Profiles.OfType<Profile>().ToArray();
        Check.That(hypotheses.All(it => it.Profiles.OfType<Profile>().ToHashSet(ReferenceEqualityComparer.Instance)
            .SetEquals(profiles)));
        var theta = ladders.Assumptions.Theta;
        var results = new List<MarkerLikelihoods>();
        foreach (var marker in markers)
        {
            var ladder = ladders.Of(marker, AllelesAt(marker, profiles));
            results.Add(new(marker, [.. hypotheses.Select(it => Log10(it, marker, ladder))]));
        }
        return new(hypotheses, results);

        double Log10(Hypothesis it, string marker, MarkerLadder ladder) =>
            memory?.Log10(it, marker, ladder, theta) ?? it.Log10(marker, ladder, theta);
    }

    /// <summary>
    /// The markers of the population at which at least two of the profiles were typed, in the population's order. An X
    /// marker is left out when somebody's sex is unknown or a male was read with two alleles.
    /// </summary>
    public static IEnumerable<string> UsableMarkers(Hypothesis hypothesis, MarkerLadders ladders) =>
        ladders.Markers.Where(marker =>
            hypothesis.Profiles.Count(it => it?.Genotypes.ContainsKey(marker) == true) >= 2 &&
            (!ladders.IsX(marker) || FitsX(marker, hypothesis)));

    /// <summary>Whether everybody's sex is known and no male was read with two alleles at an X marker.</summary>
    public static bool FitsX(string marker, Hypothesis hypothesis) =>
        hypothesis.Pedigree.Members.Index().All(it =>
            it.Item.Sex != Sex.Unknown &&
            (it.Item.Sex == Sex.Female || hypothesis.Profiles[it.Index] is not { } profile ||
                !profile.Genotypes.TryGetValue(marker, out var genotype) || genotype.Low == genotype.High));

    public static IEnumerable<Markers.Allele> AllelesAt(string marker, IEnumerable<Profile> profiles)
    {
        foreach (var profile in profiles)
        {
            if (!profile.Genotypes.TryGetValue(marker, out var genotype)) continue;
            yield return genotype.Low;
            yield return genotype.High;
        }
    }
}
