using Homeward.Genetics.Likelihood;
using Homeward.Genetics.Mutation;

namespace Homeward.Tests.Oracles;

/// <summary>The engine gives the formulas that docs/math/likelihood-ratio.md and theta.md state.</summary>
public sealed class ClosedFormTests
{
    /// <summary>Alleles a, b, c and the rest.</summary>
    const double A = 0.1, B = 0.2, C = 0.3;

    static readonly Reading AA = Reading.Of(0, 0), AB = Reading.Of(0, 1), AC = Reading.Of(0, 2), BB = Reading.Of(1, 1);
    static readonly Reading BC = Reading.Of(1, 2), CC = Reading.Of(2, 2);

    const string Duo = "AF m, MO f, CH m AF MO", Strangers = "AF m, CH m";
    const string Trio = "AF m, MO f, CH m AF MO", OtherFather = "AF m, MO f, X m, CH m X MO";
    const string Siblings = "F m, M f, AF m F M, CH m F M", HalfSiblings = "F m, M f, N f, AF m F M, CH m F N";
    const string Grandparent = "AF m, GM f, F m AF GM, M f, CH m F M";
    const string Uncle = "GF m, GM f, AF m GF GM, F m GF GM, M f, CH m F M";
    const string Cousins = "GF m, GM f, P m GF GM, Q m GF GM, R f, S f, AF m P R, CH m Q S";

    [Fact]
    public void Paternity_index_of_a_trio()                      // Evett & Weir (1998), chapter 6
    {
        Assert.Equal(1 / A, Ratio(Trio, OtherFather, [("AF", AA), ("MO", BB), ("CH", AB)]), 1e-12);
        Assert.Equal(1 / (2 * A), Ratio(Trio, OtherFather, [("AF", AC), ("MO", BB), ("CH", AB)]), 1e-12);
        Assert.Equal(1 / (2 * (A + B)), Ratio(Trio, OtherFather, [("AF", AC), ("MO", AB), ("CH", AB)]), 1e-12);
        Assert.Equal(1 / (A + B), Ratio(Trio, OtherFather, [("AF", AB), ("MO", AB), ("CH", AB)]), 1e-12);
        Assert.Equal(0, Ratio(Trio, OtherFather, [("AF", CC), ("MO", BB), ("CH", AB)]));
    }

    [Fact]
    public void Paternity_index_without_the_mother()             // Evett & Weir (1998), chapter 6
    {
        Assert.Equal(1 / A, Ratio(Duo, Strangers, [("AF", AA), ("CH", AA)]), 1e-12);
        Assert.Equal(1 / (2 * A), Ratio(Duo, Strangers, [("AF", AB), ("CH", AA)]), 1e-12);
        Assert.Equal((A + B) / (4 * A * B), Ratio(Duo, Strangers, [("AF", AB), ("CH", AB)]), 1e-12);
        Assert.Equal(1 / (4 * A), Ratio(Duo, Strangers, [("AF", AB), ("CH", AC)]), 1e-12);
    }

    [Theory]                                                     // Thompson (1975): κ0 + κ1·PI + κ2/P(genotype)
    [InlineData(Siblings, 0.25, 0.5, 0.25)]
    [InlineData(HalfSiblings, 0.5, 0.5, 0)]
    [InlineData(Grandparent, 0.5, 0.5, 0)]
    [InlineData(Uncle, 0.5, 0.5, 0)]
    [InlineData(Cousins, 0.75, 0.25, 0)]
    public void Pairs_without_inbreeding_follow_their_kappas(string family, double k0, double k1, double k2)
    {
        Assert.Equal(k0 + k1 / A + k2 / (A * A), Ratio(family, Strangers, [("AF", AA), ("CH", AA)]), 1e-12);
        Assert.Equal(
            k0 + k1 * (A + B) / (4 * A * B) + k2 / (2 * A * B),
            Ratio(family, Strangers, [("AF", AB), ("CH", AB)]), 1e-12);
        Assert.Equal(k0 + k1 / (2 * A), Ratio(family, Strangers, [("AF", AA), ("CH", AB)]), 1e-12);
        Assert.Equal(k0 + k1 / (4 * A), Ratio(family, Strangers, [("AF", AB), ("CH", AC)]), 1e-12);
        Assert.Equal(k0, Ratio(family, Strangers, [("AF", AA), ("CH", BC)]), 1e-12);
    }

    [Theory]                                                     // Wright (1922): p² + F·p·(1 − p)
    [InlineData("F m, M f, S m F M, D f F M, CH m S D", 0.25)]   // brother and sister
    [InlineData("F m, M f, D f F M, CH m F D", 0.25)]            // father and daughter
    [InlineData("F m, M f, N f, S m F M, D f F N, CH m S D", 0.125)]
    [InlineData("GF m, GM f, P m GF GM, Q m GF GM, R f, S f, A m P R, B f Q S, CH m A B", 0.0625)]
    public void An_inbred_child_is_homozygous_more_often(string family, double f)
    {
        Assert.Equal(A * A + f * A * (1 - A), Likelihood(family, [("CH", AA)]), 1e-14);
        Assert.Equal(2 * A * B * (1 - f), Likelihood(family, [("CH", AB)]), 1e-14);
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.03)]
    [InlineData(0.2)]
    public void Theta_gives_the_match_probabilities_of_NRC_II(double t)      // NRC II (1996), formulas 4.10a and b
    {
        const string one = "AF m";
        double Conditional(Reading it) =>
            Likelihood(Strangers, [("AF", it), ("CH", it)], t) / Likelihood(one, [("AF", it)], t);
        Assert.Equal(
            (2 * t + (1 - t) * A) * (3 * t + (1 - t) * A) / ((1 + t) * (1 + 2 * t)), Conditional(AA), 1e-13);
        Assert.Equal(
            2 * (t + (1 - t) * A) * (t + (1 - t) * B) / ((1 + t) * (1 + 2 * t)), Conditional(AB), 1e-13);
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.03)]
    [InlineData(0.2)]
    public void Theta_gives_the_paternity_indices_of_Evett_and_Weir(double t)    // Evett & Weir (1998), chapter 6
    {
        double Index(Reading father, Reading mother, Reading child) =>
            Ratio(Trio, OtherFather, [("AF", father), ("MO", mother), ("CH", child)], t);
        Assert.Equal((1 + 3 * t) / (4 * t + (1 - t) * A), Index(AA, AA, AA), 1e-11);
        Assert.Equal((1 + 3 * t) / (2 * t + (1 - t) * A), Index(AA, BB, AB), 1e-11);
        Assert.Equal((1 + 3 * t) / (2 * (t + (1 - t) * A)), Index(AC, BB, AB), 1e-11);
        Assert.Equal((1 + 3 * t) / (4 * t + (1 - t) * (A + B)), Index(AB, AB, AB), 1e-11);
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.2)]
    public void Theta_gives_the_sibling_index_by_identity_states(double t)   // docs/math/theta.md works it
    {
        var next = (2 * t + (1 - t) * A) / (1 + t);              // a third a after two
        var both = next * (3 * t + (1 - t) * A) / (1 + 2 * t);   // and a fourth
        (string, Reading)[] seen = [("AF", AA), ("CH", AA)];
        Assert.Equal((0.25 * both + 0.5 * next + 0.25) / both, Ratio(Siblings, Strangers, seen, t), 1e-11);
        Assert.Equal((0.5 * both + 0.5 * next) / both, Ratio(HalfSiblings, Strangers, seen, t), 1e-11);
    }

    [Fact]
    public void A_motherless_inconsistency_is_explained_by_the_likeliest_steps()
    {
        // Father a/a, child b/c: (M[a,b]·p(c) + M[a,c]·p(b)) / (2·p(b)·p(c)): docs/math/likelihood-ratio.md.
        string[] alleles = ["10", "11", "12", "13"];
        double[] p = [A, B, C, 1 - A - B - C];
        var male = new MutationModel.Stepwise(0.002, 1e-6, 0.1).MatrixOfNamed(alleles, p).Value!;
        var ratio = Ratio(Duo, Strangers, [("AF", AA), ("CH", BC)], male: male);
        const double step = 0.002 / 1.11;                        // one step 1, two 0.1, three 0.01
        Assert.Equal((step * C + 0.1 * step * B) / (2 * B * C), ratio, 1e-14);
    }

    [Fact]
    public void X_chromosomal_relations()                        // Szibor et al. (2003); Pinto et al. (2011)
    {
        const string daughter = "AF m, MO f, CH f AF MO", strangers = "AF m, CH f";
        Assert.Equal(1 / A, Ratio(daughter, strangers, [("AF", AA), ("CH", AA)], isX: true), 1e-12);
        Assert.Equal(1 / (2 * A), Ratio(daughter, strangers, [("AF", AA), ("CH", AB)], isX: true), 1e-12);
        Assert.Equal(0, Ratio(daughter, strangers, [("AF", CC), ("CH", AB)], isX: true));
        const string son = "F m, AF f, CH m F AF", unrelated = "AF f, CH m";
        Assert.Equal(1 / (2 * A), Ratio(son, unrelated, [("AF", AB), ("CH", AA)], isX: true), 1e-12);
        const string sisters = "F m, M f, N f, AF f F M, CH f F N", women = "AF f, CH f";
        Assert.Equal(1 / A, Ratio(sisters, women, [("AF", AA), ("CH", AA)], isX: true), 1e-12);
        Assert.Equal((A + B) / (4 * A * B), Ratio(sisters, women, [("AF", AB), ("CH", AB)], isX: true), 1e-12);
        const string grandmother = "GF m, AF f, F m GF AF, M f, CH f F M";
        Assert.Equal((A + B) / (4 * A * B), Ratio(grandmother, women, [("AF", AB), ("CH", AB)], isX: true), 1e-12);
        const string fatherAndSon = "AF m, MO f, CH m AF MO", men = "AF m, CH m";
        Assert.Equal(1, Ratio(fatherAndSon, men, [("AF", AA), ("CH", BB)], isX: true), 1e-12);
    }

    [Fact]
    public void The_published_example_of_a_homozygous_father_and_son()
    {
        // README of the R package pedmut: alleles 1 and 2 with 0.5 each, equal rate 0.1, 1/1 and 2/2: 0.0125.
        var equal = new MutationModel.Equal(0.1).MatrixOfNamed(["1", "2"], [0.5, 0.5]).Value!;
        var marker = new MarkerModel("M", isX: false, [0.5, 0.5], 0, equal, equal);
        var value = new PedigreeLikelihood(Family.Of(Duo)).Log10(marker, [AA, Reading.Untyped, BB], Theta.Zero);
        Assert.Equal(0.0125, Math.Pow(10, value), 1e-15);
    }

    static double Ratio(
        string first, string second, (string, Reading)[] seen,
        double theta = 0, MutationMatrix? male = null, bool isX = false) =>
        Likelihood(first, seen, theta, male, isX) / Likelihood(second, seen, theta, male, isX);

    static double Likelihood(
        string family, (string Id, Reading Seen)[] seen,
        double theta = 0, MutationMatrix? male = null, bool isX = false)
    {
        var none = MutationMatrix.Identity(4);
        var pedigree = Family.Of(family);
        var marker = new MarkerModel("M", isX, [A, B, C, 1 - A - B - C], 0, male ?? none, none);
        Reading[] readings = [.. pedigree.Members.Select(it => seen.FirstOrDefault(s => s.Id == it.Id).Seen)];
        return Math.Pow(10, new PedigreeLikelihood(pedigree).Log10(marker, readings, new Theta(theta)));
    }
}
