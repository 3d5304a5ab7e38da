using Homeward.Genetics.Markers;
using Homeward.Genetics.Mutation;

namespace Homeward.Tests.Mutation;

/// <summary>The figures are worked in docs/decisions/0002-mutation-rates.md.</summary>
public sealed class MutationRatesTests
{
    // GENis defaults, mother then father.
    [Theory]
    [InlineData("FGA", 0.0005, 0.0032)]
    [InlineData("vwa", 0.0003, 0.0017)]
    [InlineData("PENTA_E", 0.00065, 0.00135)]
    [InlineData("SE33", 0.003, 0.0064)]
    public void A_marker_with_published_rates_has_them(string marker, double female, double male) =>
        Assert.Equal((female, male), (MutationRates.Of(marker).Female, MutationRates.Of(marker).Male));

    // Overall rate r, paternal to maternal k to 1: mother 2r/(1+k), father 2rk/(1+k).
    [Theory]
    [InlineData("D1S1656", 0.0023, 4.85)]
    [InlineData("D12S391", 0.0020, 4.85)]
    [InlineData("D13S325", 0.00279, 6.04)]
    [InlineData("D22S1045", 0.00119, 6.04)]
    public void An_overall_rate_is_split_by_the_ratio_of_its_study(string marker, double overall, double ratio)
    {
        var rate = MutationRates.Of(marker);
        Assert.Equal(2 * overall / (1 + ratio), rate.Female, 1e-6);
        Assert.Equal(2 * overall * ratio / (1 + ratio), rate.Male, 1e-6);
    }

    [Theory]
    [InlineData("D22S1045")]
    [InlineData("DXS10135")]
    [InlineData("a marker of one's own")]
    public void Every_other_marker_has_the_Chinese_default(string marker)
    {
        Assert.Same(MutationRates.ChinaDefault, MutationRates.Of(marker));
        Assert.Equal((0.000338, 0.002042), (MutationRates.ChinaDefault.Female, MutationRates.ChinaDefault.Male));
    }

    [Fact]
    public void Every_rate_is_a_small_probability_with_a_source_and_fathers_mutate_no_less() =>
        Assert.All(MutationRates.Markers.Select(MutationRates.Of).Append(MutationRates.ChinaDefault), it =>
        {
            Assert.True(it.Female is > 0 and < 0.01 && it.Male >= it.Female && it.Male < 0.01);
            Assert.NotEmpty(it.Source);
        });

    [Fact]
    public void Every_marker_of_the_table_is_in_the_catalogue_under_its_one_name() =>
        Assert.All(MutationRates.Markers, it => Assert.Equal(it, MarkerCatalogue.Find(it)?.Name));
}
