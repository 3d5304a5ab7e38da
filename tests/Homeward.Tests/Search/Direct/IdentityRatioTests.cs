using Homeward.Genetics.Kinship;
using Homeward.Search.Direct;
using Homeward.Tests.Kinship;

namespace Homeward.Tests.Search.Direct;

/// <summary>docs/math/identity.md: 12, 13, 14 with 0.1, 0.5, 0.4.</summary>
public sealed class IdentityRatioTests
{
    static MarkerLadders Ladders(double theta) =>
        MadeUpKinship.Ladders([MadeUpKinship.Marker("M1", "12 0.1, 13 0.5, 14 0.4")], theta: theta);

    static double Unrelated(string first, string second, double dropOut, double mistyping, double theta) => Math.Pow(
        10, Ratio(first, second, dropOut, mistyping, theta).Log10OverUnrelated);

    static IdentityRatio Ratio(string first, string second, double dropOut, double mistyping, double theta) =>
        IdentityRatio.Of(
            MadeUpKinship.Profile("A", "M1 " + first), MadeUpKinship.Profile("B", "M1 " + second), dropOut, mistyping,
            Ladders(theta));

    [Theory]
    [InlineData(0)]
    [InlineData(0.03)]
    public void Alike_the_ratio_is_one_over_the_match_probability(double theta)
    {
        // Balding and Nichols (1994); NRC (1996) formulas 4.10a and 4.10b.
        double Copy(int seen, double p) => seen * theta + (1 - theta) * p;
        var scale = (1 + theta) * (1 + 2 * theta);
        Assert.Equal(scale / (Copy(2, 0.1) * Copy(3, 0.1)), Unrelated("12/12", "12/12", 0, 0, theta), 9);
        Assert.Equal(scale / (2 * Copy(1, 0.1) * Copy(1, 0.5)), Unrelated("12/13", "12/13", 0, 0, theta), 9);
    }

    [Fact]
    public void A_mistyped_marker_costs_the_probability_of_mistyping() =>
        Assert.Equal(0.001, Unrelated("12/13", "12/14", 0, 0.001, 0), 12);

    [Fact]
    public void A_lost_allele_costs_what_losing_it_costs()
    {
        // d(1-d) over P(read 12/12) = 0.01(1-d²) + 2·0.1·0.9·d(1-d), with d = 0.01; the heterozygote cancels.
        const double Lost = 0.01 * 0.99;
        Assert.Equal(
            Lost / (0.01 * (1 - 0.0001) + 0.18 * Lost), Unrelated("12/13", "12/12", 0.01, 0, 0), 9);
        Assert.Equal(0.8403, Unrelated("12/13", "12/12", 0.01, 0, 0), 4);
    }

    [Fact]
    public void Over_full_siblings_the_ratio_is_one_over_their_chance_to_be_alike()
    {
        // Siblings are both 12/13 with 1/4 + (p + q)/4 + 2pq/4 given the first: 0.25 + 0.15 + 0.025.
        Assert.Equal(-Math.Log10(0.425), Ratio("12/13", "12/13", 0, 0, 0).Log10OverSiblings, 9);
    }

    [Fact]
    public void Markers_multiply_and_those_of_one_sample_only_do_not_count()
    {
        var ladders = MadeUpKinship.Ladders(
            [.. Enumerable.Range(1, 3).Select(it => MadeUpKinship.Marker($"M{it}", "12 0.1, 13 0.5, 14 0.4"))]);
        var ratio = IdentityRatio.Of(
            MadeUpKinship.Profile("A", "M1 12/13, M2 12/13, M3 14/14"),
            MadeUpKinship.Profile("B", "M1 12/13, M2 12/13"),
            dropOut: 0, mistyping: 0, ladders);

        Assert.Equal(2.0, ratio.Log10OverUnrelated, 9);                                      // (1 / 0.1)²
    }
}
