using Homeward.Genetics.Kinship;
using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Profiles;
using Homeward.Search.Kernels;
using Homeward.Search.Ranking;
using static Homeward.Tests.Kinship.MadeUpKinship;

namespace Homeward.Tests.Search.Ranking;

/// <summary>Order, ties, margins, posterior and band, on families whose ratios are worked by hand.</summary>
public sealed class RankerTests
{
    // Every marker has alleles 12 (0.1) and 13 (0.9) and does not mutate. A couple 12/12 and 12/12 with a child 12/12:
    // 100 a marker. A father 12/12 alone: 10. A couple 12/12 and 12/13: 50.
    const string Couple = "FA m, MO f, CH m FA MO";

    [Fact]
    public void Better_families_come_first_and_margins_are_to_the_next()
    {
        var found = Search(0.5, [Child("C")], Both("A", 2, "12/12"), Both("B", 2, "12/13"), Father("C", 2));
        Assert.Equal(["A", "B", "C"], found.Select(it => it.Family));
        Assert.Equal([1, 2, 3], found.Select(it => it.Rank));
        Assert.DoesNotContain(found, it => it.IsTied);
        AssertNumbers([4, 2 * Math.Log10(50), 2], found.Select(it => it.Log10));
        var margin = 4 - 2 * Math.Log10(50);
        AssertNumbers([margin, -margin, -2], found.Select(it => it.OverNextFamily.Log10));
        Assert.DoesNotContain(found, it => it.OverNextFamily.IsAtLeast);
        // No family has a second child over the threshold: at least the LR over the threshold.
        AssertNumbers([3.5, 2 * Math.Log10(50) - 0.5, 1.5], found.Select(it => it.OverNextChild.Log10));
        Assert.All(found, it => Assert.True(it.OverNextChild.IsAtLeast));
    }

    [Fact]
    public void A_family_reported_twice_is_a_tie()
    {
        var found = Search(1, [Child("C")], Both("B", 2, "12/12"), Both("A", 2, "12/12"), Father("D", 2));
        Assert.Equal(["A", "B", "D"], found.Select(it => it.Family));
        Assert.Equal([1, 1, 3], found.Select(it => it.Rank));
        Assert.Equal([true, true, false], found.Select(it => it.IsTied));
        AssertNumbers([0, 0, -2], found.Select(it => it.OverNextFamily.Log10));
    }

    [Fact]
    public void Two_children_of_one_family_stand_against_each_other()
    {
        var other = new RescuedChild(Profile("D", "M1 12/12, M2 13/13"));
        var found = Search(0.5, [Child("C"), other], Father("A", 2), Father("B", 1));
        // D with A: 10 · 0 excluded. D with B (typed at M1 only): 10. C with A: 100; with B: 10.
        Assert.Equal([("C", "A"), ("C", "B"), ("D", "B")], found.Select(it => (it.Child, it.Family)));
        Assert.Equal([new(1.5, true), new(0, false), new(0, false)],
            found.Select(it => new Margin(Math.Round(it.OverNextChild.Log10, 9), it.OverNextChild.IsAtLeast)));
        Assert.True(found[2].OverNextFamily.IsAtLeast);
    }

    [Fact]
    public void Another_missing_member_of_the_same_family_is_no_rival()
    {
        var pedigree = Oracles.Family.Of("FA m, MO f, CH m FA MO, C2 f FA MO");
        var family = Family("A", pedigree, "CH C2", Relative("FA", 2, "12/12"));
        var found = Search(0.5, [Child("C")], family);
        Assert.Equal(["C2", "CH"], found.Select(it => it.Missing));
        Assert.All(found, it => Assert.True(it.IsTied && it.Rank == 1));
        Assert.All(found, it => Assert.Equal(new Margin(1.5, IsAtLeast: true), it.OverNextFamily));
    }

    [Fact]
    public void Posterior_counts_the_searches_of_compatible_sex()
    {
        // A boy; three families search for a boy (10⁴, 100, one not over the threshold), one for a girl: π = 1/4.
        Family[] families = [Both("A", 2, "12/12"), Father("B", 2), Nobody("N"), Girl("G", 2)];
        var found = Search(0.5, [Child("C", "X/Y")], families);
        Assert.Equal(["A", "B", "G"], found.Select(it => it.Family));
        AssertNumbers([0.25, 0.25], found.Take(2).Select(it => it.Prior));
        AssertNumbers([1e4 / (1e4 + 3), 100 / 103.0], found.Take(2).Select(it => it.Posterior));
        var ofUnknownSex = Search(0.5, [Child("C")], families);
        Assert.All(ofUnknownSex, it => Assert.Equal(0.2, it.Prior, 1e-12));              // all four count
    }

    [Fact]
    public void A_search_for_a_girl_is_flagged_against_a_boy_and_counted_in_its_own_prior()
    {
        var found = Assert.Single(Search(0.5, [Child("C", "X/Y")], Girl("G", 2)));
        Assert.True(found.SexesDiffer);
        Assert.Equal((Sex.Male, Sex.Female), (found.ChildSex, found.MissingSex));
        Assert.Equal(0.5, found.Prior, 1e-12);
        Assert.Equal(100 / 101.0, found.Posterior, 1e-12);
        Assert.False(Assert.Single(Search(0.5, [Child("C", "X/X")], Girl("G", 2))).SexesDiffer);
        Assert.False(Assert.Single(Search(0.5, [Child("C")], Girl("G", 2))).SexesDiffer);
    }

    [Theory]                                                     // π·LR/(π·LR + 1 − π)
    [InlineData(1e-6, 6, 1e6 / (1e6 + 999999))]
    [InlineData(0.5, 0, 0.5)]
    [InlineData(0.25, -1, 0.1 / 3.1)]
    [InlineData(1e-6, 400, 1.0)]
    [InlineData(1e-6, -400, 0.0)]
    public void Posterior_neither_overflows_nor_underflows(double prior, double log10, double expected) =>
        Assert.Equal(expected, Ranker.Posterior(prior, log10), 1e-12);

    [Theory]
    [InlineData(3.999999, 9, 9, Band.BelowLead)]
    [InlineData(4, 9, 9, Band.Lead)]
    [InlineData(5.999999, 9, 9, Band.Lead)]
    [InlineData(6, 9, 9, Band.Candidate)]
    [InlineData(9.999999, 9, 9, Band.Candidate)]
    [InlineData(10, 4, 4, Band.Strong)]
    [InlineData(10, 3.999999, 9, Band.Candidate)]
    [InlineData(10, 9, 3.999999, Band.Candidate)]
    [InlineData(30, -2, 9, Band.Candidate)]
    public void Bands_at_their_limits(double log10, double overFamily, double overChild, Band expected) =>
        Assert.Equal(expected, Ranker.BandOf(log10, new(overFamily, false), new(overChild, true)));

    [Fact]
    public void Alternatives_stand_with_ratio_and_posterior()
    {
        // One marker, father 12/12: claim 10 against an unrelated father, 10/(0.5 + 0.5·10) against an uncle or a
        // grandfather, 10 / (1/4 + 10/2 + 100/4) against a full sibling.
        var found = Assert.Single(Search(0.5, [Child("C")], Father("A", 1)));
        double[] ratios = [10, 10 / (0.5 + 0.5 * 10), 10 / (0.5 + 0.5 * 10), 10 / (0.25 + 5 + 25)];
        AssertNumbers([.. ratios.Select(Math.Log10)], found.Alternatives.Select(it => it.Log10));
        var total = 1 + ratios.Sum(it => 0.001 / it);
        AssertNumbers([.. ratios.Select(it => 0.001 / it / total)], found.Alternatives.Select(it => it.Posterior));
    }

    [Fact]
    public void The_smallest_of_several_populations_counts()
    {
        var rare = Ladders([Marker("M1", "12 0.1, 13 0.9"), Marker("M2", "12 0.1, 13 0.9")], name: "rare");
        var common = Ladders([Marker("M2", "12 0.5, 13 0.5")], name: "common");
        var settings = Settings(0, [rare, common]);
        var found = Assert.Single(Found(settings, [Child("C")], [Father("A", 2)]));
        // Only M2 is in both: 10 and 2.
        Assert.Equal(["rare", "common"], found.ByPopulation.Select(it => it.Population));
        AssertNumbers([1, Math.Log10(2)], found.ByPopulation.Select(it => it.Log10));
        Assert.Equal(Math.Log10(2), found.Log10, 1e-12);
        Assert.Equal("M2", Assert.Single(found.Markers).Marker);
        Assert.Empty(Found(Settings(0.5, [rare, common]), [Child("C")], [Father("A", 2)]));
    }

    [Theory]
    [InlineData("X/Y", Sex.Male)]
    [InlineData("X/X", Sex.Female)]
    [InlineData("X/-", Sex.Unknown)]
    [InlineData("Y/Y", Sex.Male)]
    [InlineData(null, Sex.Unknown)]
    public void Sex_by_amelogenin(string? read, Sex expected) => Assert.Equal(expected, Child("C", read).Sex);

    static RescuedChild Child(string id, string? amelogenin = null) =>
        new(Profile(id, "M1 12/12, M2 12/12" + (amelogenin is null ? "" : ", AMEL " + amelogenin)));

    static Profile Relative(string id, int markers, string genotype) =>
        Profile(id, string.Join(", ", Enumerable.Range(1, markers).Select(it => $"M{it} {genotype}")));

    static Family Both(string id, int markers, string mother) =>
        Family(id, Oracles.Family.Of(Couple), "CH", Relative("FA", markers, "12/12"), Relative("MO", markers, mother));

    static Family Father(string id, int markers) =>
        Family(id, Oracles.Family.Of(Couple), "CH", Relative("FA", markers, "12/12"));

    static Family Nobody(string id) => Family(id, Oracles.Family.Of(Couple), "CH", Relative("FA", 2, "13/13"));

    static Family Girl(string id, int markers) =>
        Family(id, Oracles.Family.Of("FA m, MO f, CH f FA MO"), "CH", Relative("FA", markers, "12/12"));

    static SearchSettings Settings(double threshold, IReadOnlyList<MarkerLadders> populations) => new()
    {
        Populations = populations,
        Threshold = threshold,
        AlternativePrior = 0.001,
        Scan = new() { Kernel = ScanKernel.Scalar, Threads = 1 },
    };

    static IReadOnlyList<Candidate> Search(double threshold, RescuedChild[] children, params Family[] families)
    {
        var ladders = Ladders([Marker("M1", "12 0.1, 13 0.9"), Marker("M2", "12 0.1, 13 0.9")]);
        return Found(Settings(threshold, [ladders]), children, families);
    }

    static IReadOnlyList<Candidate> Found(SearchSettings settings, RescuedChild[] children, Family[] families) =>
        new FamilySearch(settings, children).Run(families, cancel: TestContext.Current.CancellationToken).Candidates;

    static void AssertNumbers(IReadOnlyList<double> expected, IEnumerable<double> actual)
    {
        double[] numbers = [.. actual];
        Assert.Equal(expected.Count, numbers.Length);
        for (var i = 0; i < numbers.Length; i++) Assert.Equal(expected[i], numbers[i], 1e-9);
    }
}
