using Homeward.Genetics.Kinship;
using Homeward.Genetics.Likelihood;
using Homeward.Genetics.Profiles;

namespace Homeward.Search.Ranking;

/// <summary>One pair calculated in full for somebody who reviews it: the same calculation as a search makes for its
/// best, whatever the threshold.</summary>
public sealed record PairReview
{
    /// <param name="Name">In words.</param>
    /// <param name="Log10">log10 LR of the claim over it, the smallest over the populations.</param>
    /// <param name="Posterior">Its share among claim and alternatives.</param>
    /// <param name="Markers">The claim over it, marker by marker, under the population that counts.</param>
    public sealed record Weighed(string Name, double Log10, double Posterior, IReadOnlyList<MarkerResult> Markers);

    /// <summary>log10 LR against unrelated under each population, in the order of the settings.</summary>
    public required IReadOnlyList<PopulationRatio> ByPopulation { get; init; }

    /// <summary>The population that gave the smallest LR: the one that counts.</summary>
    public required PopulationRatio Counts { get; init; }

    /// <summary>Markers typed in the child and in at least one relative, under the population that counts.</summary>
    public required IReadOnlyList<MarkerResult> Markers { get; init; }

    public required IReadOnlyList<Inconsistency> Inconsistencies { get; init; }

    public required IReadOnlyList<Weighed> Alternatives { get; init; }

    /// <returns>Null when no exact calculation is in reach.</returns>
    public static PairReview? Of(Family family, int missing, RescuedChild child, SearchSettings settings)
    {
        var exact = new ExactRatio(settings);
        try
        {
            return Of(family, missing, child, exact);
        }
        catch (LikelihoodTooLargeException)
        {
            return null;
        }
    }

    /// <summary>At how many markers the claim breaks Mendel's laws.</summary>
    public static int CountInconsistent(Family family, int missing, RescuedChild child, SearchSettings settings)
    {
        var (claim, unrelated) = FamilyClaims.Main(family, missing, child.Profile, child.Sex);
        var markers = new ExactRatio(settings).MarkersCompared(family, claim, unrelated, child.Profile);
        return CountOf(claim, markers, settings.Populations[0]);
    }

    /// <summary>π·LR/(π·LR + 1 − π).</summary>
    public static double Posterior(double prior, double log10) => Ranker.Posterior(prior, log10);

    public static Band BandOf(double log10, Margin overFamily, Margin overChild) =>
        Ranker.BandOf(log10, overFamily, overChild);

    static PairReview Of(Family family, int missing, RescuedChild child, ExactRatio exact)
    {
        var populations = exact.Settings.Populations;
        var (claim, unrelated) = FamilyClaims.Main(family, missing, child.Profile, child.Sex);
        var markers = exact.MarkersCompared(family, claim, unrelated, child.Profile);
        PopulationRatio[] ratios =
        [
            .. populations.Select(it => new PopulationRatio(
                it.Assumptions.Population.Name,
                Comparison.Of([claim, unrelated], markers, it, exact.Memory).Over(1).Log10)),
        ];
        var counts = ratios.Index().MinBy(it => it.Item.Log10).Index;
        var details = PairDetails.Of(family, missing, child, counts, exact);
        var claims = exact.ClaimsOf(family, missing, child);
        return new()
        {
            ByPopulation = ratios,
            Counts = ratios[counts],
            Markers = details.Markers,
            Inconsistencies = details.Inconsistencies,
            Alternatives =
            [
                .. details.Alternatives.Zip(claims.Skip(2), (alternative, claimed) => new Weighed(
                    alternative.Name,
                    alternative.Log10,
                    alternative.Posterior,
                    [
                        .. Comparison.Of([claims[0], claimed], markers, populations[counts], exact.Memory).Markers
                            .Select(it => new MarkerResult(it.Marker, it.Ratio(0, 1))),
                    ])),
            ],
        };
    }

    static int CountOf(Hypothesis claim, IReadOnlyList<string> markers, MarkerLadders ladders)
    {
        var profiles = claim.Profiles.OfType<Profile>().ToArray();
        return Inconsistency.Of(claim, markers, it => ladders.Of(it, Comparison.AllelesAt(it, profiles))).Count;
    }
}
