using Homeward.Genetics.Pedigrees;

namespace Homeward.Tests.Oracles;

/// <summary>The oracle itself answers to formulas that need no program.</summary>
public sealed class NaiveLikelihoodTests
{
    static readonly double[,] NoMutation = { { 1, 0 }, { 0, 1 } };
    static readonly double[,] Mutation = { { 0.9, 0.1 }, { 0.3, 0.7 } };
    static readonly Pedigree Trio = Pedigree.From(
        [new("F", Sex.Male, null, null), new("M", Sex.Female, null, null), new("C", Sex.Male, "F", "M")]).Value!;

    [Theory]
    [InlineData(0, 0.0, 0.09)]                   // p²
    [InlineData(1, 0.0, 0.42)]                   // 2pq
    [InlineData(0, 0.1, 0.111)]                  // p² + θpq = 0.09 + 0.1 · 0.21: Balding & Nichols (1994)
    [InlineData(1, 0.1, 0.378)]                  // 2pq(1 − θ)
    public void One_person_alone_follows_Balding_and_Nichols(int second, double theta, double expected) =>
        Assert.Equal(expected, Alone([0.3, 0.7], silent: -1, second, theta, dropOut: 0), 1e-15);

    [Fact]
    public void A_homozygote_beside_a_silent_allele_may_be_a_heterozygote() =>
        Assert.Equal(0.3 * 0.3 + 2 * 0.3 * 0.7, Alone([0.3, 0.7], silent: 1, second: 0, theta: 0, dropOut: 0), 1e-15);

    [Fact]
    public void Drop_out_follows_its_definition()
    {
        const double d = 0.2;                    // p²(1 − d²) + 2pq·d(1 − d), and 2pq(1 − d)²
        Assert.Equal(0.09 * (1 - d * d) + 0.42 * d * (1 - d), Alone([0.3, 0.7], -1, second: 0, 0, d), 1e-15);
        Assert.Equal(0.42 * (1 - d) * (1 - d), Alone([0.3, 0.7], -1, second: 1, 0, d), 1e-15);
    }

    [Fact]
    public void A_mutating_father_of_a_trio_is_weighed_by_hand()
    {
        // Father a/a, mother b/b, child b/b: p² · q² · M[a,b] · 1.
        var marker = new NaiveMarker(IsX: false, [0.3, 0.7], -1, Mutation, NoMutation);
        var value = new NaiveLikelihood(Trio, marker, [new(0, 0), new(1, 1), new(1, 1)], 0, new double[3]).Value();
        Assert.Equal(0.09 * 0.49 * 0.1, value, 1e-15);
    }

    [Fact]
    public void A_son_has_his_X_from_his_mother()
    {
        var marker = new NaiveMarker(IsX: true, [0.3, 0.7], -1, NoMutation, NoMutation);
        var value = new NaiveLikelihood(Trio, marker, [new(0, 0), new(0, 1), new(1, 1)], 0, new double[3]).Value();
        Assert.Equal(0.3 * (2 * 0.3 * 0.7) * 0.5, value, 1e-15);
    }

    [Fact]
    public void All_readings_together_are_certain()
    {
        var marker = new NaiveMarker(IsX: false, [0.2, 0.5, 0.3], -1,
            new[,] { { 0.9, 0.1, 0 }, { 0.2, 0.7, 0.1 }, { 0, 0, 1.0 } },
            new[,] { { 1, 0, 0 }, { 0, 1, 0 }, { 0.5, 0, 0.5 } });
        NaiveReading[] all = [new(0, 0), new(0, 1), new(0, 2), new(1, 1), new(1, 2), new(2, 2)];
        var sum = (from f in all
                   from m in all
                   from c in all
                   select new NaiveLikelihood(Trio, marker, [f, m, c], 0.1, new double[3]).Value()).Sum();
        Assert.Equal(1, sum, 1e-13);
    }

    static double Alone(double[] p, int silent, int second, double theta, double dropOut) =>
        new NaiveLikelihood(
            Pedigree.From([new("P", Sex.Female, null, null)]).Value!,
            new NaiveMarker(IsX: false, p, silent, NoMutation, NoMutation),
            [new(0, second)], theta, [dropOut]).Value();
}
