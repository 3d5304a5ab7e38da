using Homeward.Genetics.Kinship;
using Homeward.Genetics.Likelihood;
using Homeward.Genetics.Profiles;

namespace Homeward.Search.Ranking;

/// <summary>A child and a missing member in full precision, under every population.</summary>
/// <param name="Family">The family.</param>
/// <param name="Missing">Index of the missing member.</param>
/// <param name="Child">The child.</param>
/// <param name="ByPopulation">log10 LR against unrelated.</param>
/// <param name="Log10">The smallest of them.</param>
/// <param name="Markers">Under the population that gave the smallest.</param>
/// <param name="Inconsistencies">Of the claim.</param>
/// <param name="Alternatives">With their posteriors.</param>
sealed record ExactPair(
    Family Family,
    int Missing,
    RescuedChild Child,
    IReadOnlyList<PopulationRatio> ByPopulation,
    double Log10,
    IReadOnlyList<MarkerResult> Markers,
    IReadOnlyList<Inconsistency> Inconsistencies,
    IReadOnlyList<Alternative> Alternatives)
{
    const int MostOpenAlleles = 6;

    public string MissingId => Family.Pedigree.Members[Missing].Id;

    /// <summary>Null when the smallest LR is below the threshold.</summary>
    public static ExactPair? Of(Family family, int missing, RescuedChild child, SearchSettings settings)
    {
        var (claim, unrelated) = FamilyClaims.Main(family, missing, child.Profile, child.Sex);
        var markers = MarkersCompared(family, claim, unrelated, child.Profile, settings);
        var totals = settings.Populations.Select(it => Comparison.Of([claim, unrelated], markers, it)).ToArray();
        var ratios = totals.Select(it => it.Over(1).Log10).ToArray();
        var smallest = ratios.Min();
        if (!(smallest >= settings.Threshold)) return null;
        var counts = Array.IndexOf(ratios, smallest);
        var ladders = settings.Populations[counts];
        var profiles = claim.Profiles.OfType<Profile>().ToArray();
        return new(
            family, missing, child,
            [.. ratios.Select((it, i) => new PopulationRatio(settings.Populations[i].Assumptions.Population.Name, it))],
            smallest,
            [.. totals[counts].Markers.Select(it => new MarkerResult(it.Marker, it.Ratio(0, 1)))],
            Inconsistency.Of(claim, markers, it => ladders.Of(it, Comparison.AllelesAt(it, profiles))),
            AlternativesOf(family, missing, child, markers, settings));
    }

    /// <summary>
    /// Markers typed in the child and in at least one relative; on the X, only where it fits everybody's sex.
    /// </summary>
    static string[] MarkersCompared(
        Family family, Hypothesis claim, Hypothesis unrelated, Profile child, SearchSettings settings) =>
        [.. settings.Markers.Where(marker =>
            child.Genotypes.ContainsKey(marker) &&
            family.Profiles.Any(it => it?.Genotypes.ContainsKey(marker) == true) &&
            (!settings.Populations[0].IsX(marker) ||
                (Comparison.FitsX(marker, claim) && Comparison.FitsX(marker, unrelated))))];

    static Alternative[] AlternativesOf(
        Family family, int missing, RescuedChild child, string[] markers, SearchSettings settings)
    {
        var claims = FamilyClaims.Of(family, missing, child.Profile, child.Sex);
        // The claim, then every alternative; "unrelated" has been compared already.
        Hypothesis[] hypotheses = [claims[0], .. claims.Skip(2)];
        if (hypotheses.Length == 1) return [];
        var thetas = Array.ConvertAll(hypotheses, it => ThetaFor(it, settings));
        thetas[0] = settings.Populations[0].Assumptions.Theta;
        var log10 = hypotheses.Select((it, i) => settings.Populations.Min(population =>
            Comparison.Of([hypotheses[0], it], markers, population.With(thetas[i])).Over(1).Log10)).ToArray();
        var weights = log10.Select((it, i) => i == 0 ? 1 : settings.AlternativePrior * Math.Pow(10, -it)).ToArray();
        var total = weights.Sum();
        return [.. hypotheses.Index().Skip(1).Select(it => new Alternative(
            it.Item.Name, log10[it.Index], weights[it.Index] / total, OtherThan(thetas[0], thetas[it.Index])))];
    }

    static double? OtherThan(Theta own, Theta used) => used == own ? null : used.Value;

    /// <summary>Beyond six open founder alleles the sum over their copies takes seconds a marker.</summary>
    static Theta ThetaFor(Hypothesis hypothesis, SearchSettings settings) =>
        hypothesis.OpenFounderAlleles > MostOpenAlleles ? Theta.Zero : settings.Populations[0].Assumptions.Theta;
}
