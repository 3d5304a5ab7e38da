using Homeward.Genetics.Likelihood;
using Homeward.Genetics.Mutation;
using Homeward.Tests.Oracles;

namespace Homeward.Tests.Likelihood;

/// <summary>The examples that docs/math/likelihood.md and docs/math/theta.md work by hand.</summary>
public sealed class WorkedExampleTests
{
    static readonly double[] ThreeFrequencies = [0.5, 0.3, 0.2];

    static readonly MutationMatrix OneStep =
        new MutationModel.OneStep(0.1).MatrixOfNamed(["10", "11", "12"], ThreeFrequencies).Value!;

    [Fact]
    public void A_grandfather_and_a_grandchild_of_whom_one_allele_may_have_mutated()
    {
        (string, Reading)[] seen = [("GF", Reading.Of(0, 0)), ("CH", Reading.Of(1, 2))];
        Assert.Equal(0.0205, OfThree("GF m, GM f, FA m GF GM, MO f, CH m FA MO", seen), 1e-15);
        Assert.Equal(0.03, OfThree("GF m, CH m", seen), 1e-15);
    }

    [Fact]
    public void A_great_grandfather_with_two_untyped_generations_between() =>
        Assert.Equal(
            0.027375,
            OfThree(
                "TF m, TM f, GF m TF TM, GM f, FA m GF GM, MO f, CH m FA MO",
                [("TF", Reading.Of(0, 0)), ("CH", Reading.Of(1, 2))]),
            1e-15);

    [Fact]
    public void Two_siblings_whose_parents_were_not_typed() =>
        Assert.Equal(
            0.2976,
            Of("FA m, MO f, ONE m FA MO, TWO f FA MO", [0.6, 0.4], 0,
                [("ONE", Reading.Of(0, 1)), ("TWO", Reading.Of(0, 1))]),
            1e-15);

    [Theory]
    [InlineData(0.0, 0.0684)]
    [InlineData(0.1, 0.1008)]
    public void A_homozygous_reading_with_drop_out_and_a_silent_allele(double silent, double expected) =>
        Assert.Equal(
            expected, Of("ONE m", [0.2, 0.8 - silent], silent, [("ONE", Reading.Of(0, 0))], dropOut: 0.1), 1e-15);

    [Fact]
    public void A_typed_man_and_a_child_of_two_untyped_people_of_his_subpopulation() =>
        Assert.Equal(
            0.111 * 0.47 * 0.57 / 1.32,
            Of("MAN m, FA m, MO f, CH m FA MO", [0.3, 0.7], 0,
                [("MAN", Reading.Of(0, 0)), ("CH", Reading.Of(0, 0))], theta: 0.1),
            1e-15);

    static double OfThree(string family, (string, Reading)[] seen) => Value(
        new MarkerModel("M", isX: false, ThreeFrequencies, 0, OneStep, MutationMatrix.Identity(3)), family, seen, 0, 0);

    static double Of(
        string family, double[] frequencies, double silent, (string, Reading)[] seen,
        double theta = 0, double dropOut = 0)
    {
        var none = MutationMatrix.Identity(frequencies.Length);
        return Value(new MarkerModel("M", isX: false, frequencies, silent, none, none), family, seen, theta, dropOut);
    }

    static double Value(
        MarkerModel marker, string family, (string Id, Reading Seen)[] seen, double theta, double dropOut)
    {
        var pedigree = Family.Of(family);
        Reading[] readings = [.. pedigree.Members.Select(it => seen.FirstOrDefault(s => s.Id == it.Id).Seen)];
        double[] dropOuts = [.. pedigree.Members.Select(_ => dropOut)];
        return Math.Pow(10, new PedigreeLikelihood(pedigree).Log10(marker, readings, new Theta(theta), dropOuts));
    }
}
