using Homeward.Genetics.Kinship;
using Homeward.Genetics.Likelihood;
using Homeward.Genetics.Markers;
using Homeward.Genetics.Mutation;
using Homeward.Genetics.Populations;
using Homeward.Genetics.Profiles;
using Homeward.Search.Ranking;

namespace Homeward.Tests.Kinship;

/// <summary>The examples that docs/math/inconsistency.md and docs/math/posterior.md work by hand.</summary>
public sealed class WorkedExampleTests
{
    const string Marker = "D3S1358";

    [Fact]
    public void The_likeliest_mutation_is_the_fewest_repeats_and_says_how_sure_it_is()
    {
        var ladders = MarkerLadders.From(Assumptions()).Value!;
        var trio = new Hypothesis(
            "trio", Oracles.Family.Of("FA m, MO f, CH m FA MO"),
            [Read("FA", 12, 13), Read("MO", 10, 11), Read("CH", 10, 14)]);

        var found = Inconsistency.Of(trio, [Marker], it => ladders.Of(it, []));

        var mutation = Assert.IsType<Explanation.Mutation>(Assert.Single(found).Explanation);
        Assert.Equal(("FA", "CH", true), (mutation.Parent, mutation.Child, mutation.FromFather));
        Assert.Equal((Allele.Repeats(13), Allele.Repeats(14)), (mutation.From, mutation.To));
        Assert.Equal(1, mutation.Repeats);
        Assert.Equal((1 / 2.11) / (1 / 2.11 + 0.1 / 2.2), mutation.Share, 1e-12);
    }

    [Theory]
    [InlineData(6, 50.0 / 51)]
    [InlineData(10, 500_000.0 / 500_001)]
    public void The_posterior_of_one_family_among_twenty_thousand(double log10, double expected) =>
        Assert.Equal(expected, Ranker.Posterior(1.0 / 20_001, log10), 1e-12);

    static Profile Read(string id, int a, int b) =>
        new(id, new Dictionary<string, Genotype> { [Marker] = new(Allele.Repeats(a), Allele.Repeats(b)) });

    static KinshipAssumptions Assumptions()
    {
        Allele[] alleles = [.. Enumerable.Range(10, 5).Select(it => Allele.Repeats(it))];
        MarkerFrequencies frequencies = new(Marker, alleles, [0.2, 0.2, 0.2, 0.2, 0.2], null);
        return new()
        {
            Population = new("made up", "nobody", [frequencies]),
            Floor = new MinimumFrequency.Fixed(0.001),
            Mutation = new(new MutationModel.Stepwise(0, 0, 0.1), _ => new(0.002, 0.002, "made up"), "made up"),
            Theta = Theta.Zero,
            SilentFrequency = _ => 0,
        };
    }
}
