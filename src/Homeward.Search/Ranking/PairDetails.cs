using Homeward.Genetics.Kinship;
using Homeward.Genetics.Profiles;

namespace Homeward.Search.Ranking;

/// <summary>What an analyst needs to see of a candidate beside its LR.</summary>
/// <param name="Markers">Under the population that counts.</param>
/// <param name="Inconsistencies">Of the claim.</param>
/// <param name="Alternatives">With their posteriors.</param>
sealed record PairDetails(
    IReadOnlyList<MarkerResult> Markers,
    IReadOnlyList<Inconsistency> Inconsistencies,
    IReadOnlyList<Alternative> Alternatives)
{
    /// <param name="family">The family.</param>
    /// <param name="missing">Index of the missing member.</param>
    /// <param name="child">The child.</param>
    /// <param name="counts">Which population gave the smallest LR.</param>
    /// <param name="exact">What is taken for granted, and what is known of other pairs.</param>
    public static PairDetails Of(Family family, int missing, RescuedChild child, int counts, ExactRatio exact)
    {
        var (claim, unrelated) = FamilyClaims.Main(family, missing, child.Profile, child.Sex);
        var markers = exact.MarkersCompared(family, claim, unrelated, child.Profile);
        var ladders = exact.Settings.Populations[counts];
        var claims = exact.ClaimsOf(family, missing, child);
        var total = Comparison.Of([claims[0], claims[1]], markers, ladders, exact.Memory);
        var profiles = claim.Profiles.OfType<Profile>().ToArray();
        return new(
            [.. total.Markers.Select(it => new MarkerResult(it.Marker, it.Ratio(0, 1)))],
            Inconsistency.Of(claim, markers, it => ladders.Of(it, Comparison.AllelesAt(it, profiles))),
            AlternativesOf(claims, markers, exact));
    }

    static Alternative[] AlternativesOf(IReadOnlyList<Hypothesis> claims, string[] markers, ExactRatio exact)
    {
        var settings = exact.Settings;
        // The claim, then every alternative; "unrelated" has been compared already.
        Hypothesis[] hypotheses = [claims[0], .. claims.Skip(2)];
        if (hypotheses.Length == 1) return [];
        var log10 = hypotheses.Select(it => settings.Populations.Min(population =>
            Comparison.Of([hypotheses[0], it], markers, population, exact.Memory).Over(1).Log10)).ToArray();
        var weights = log10.Select((it, i) => i == 0 ? 1 : settings.AlternativePrior * Math.Pow(10, -it)).ToArray();
        var total = weights.Sum();
        return [.. hypotheses.Index().Skip(1).Select(it =>
            new Alternative(it.Item.Name, log10[it.Index], weights[it.Index] / total))];
    }
}
