using Homeward.Genetics.Kinship;
using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Profiles;
using Homeward.Search.Kernels;
using Homeward.Search.Ranking;
using Homeward.Search.Siblings;
using Homeward.Tests.Kinship;

namespace Homeward.Tests.Search.Siblings;

public sealed class SiblingSearchTests
{
    static SearchSettings Settings(
        MarkerLadders ladders, double threshold, ScanKernel kernel = ScanKernel.Scalar, int threads = 1) => new()
        {
            Populations = [ladders],
            Threshold = threshold,
            AlternativePrior = 1,
            Scan = new() { Kernel = kernel, Threads = threads },
        };

    [Theory]
    [InlineData("12/13", "12/13", 4.25, 2)]
    [InlineData("13/13", "13/13", 2.25, 1.5)]
    [InlineData("12/13", "12/14", 1.5, 1.75)]
    [InlineData("12/12", "14/14", 0.25, 0.5)]
    public void One_marker_has_the_ratio_of_the_literature(string first, string second, double full, double half)
    {
        // k0 + k1·(duo LR) + k2/P(genotype): full ¼, ½, ¼; half ½, ½, 0; p = 0.1, 0.5, 0.4.
        // Duo: 12/13 twice (p + q)/4pq = 3; 13/13 twice 1/q = 2; 12/13 and 12/14 1/4p = 2.5, none shared 0.
        // Alike: 1/2pq = 10; 1/q² = 4.
        var search = new SiblingSearch(
            Settings(MadeUpKinship.Ladders([MadeUpKinship.Marker("M1", "12 0.1, 13 0.5, 14 0.4")]), -10),
            [
                new(MadeUpKinship.Profile("A", "M1 " + first)), new(MadeUpKinship.Profile("B", "M1 " + second)),
            ]);

        var pair = Assert.Single(search.Run(cancel: TestContext.Current.CancellationToken));

        Assert.Equal(full, Math.Pow(10, pair.Log10Full), 9);
        Assert.Equal(half, Math.Pow(10, pair.Log10Half), 9);
    }

    public static TheoryData<ScanKernel, double, double> Searches
    {
        get
        {
            var data = new TheoryData<ScanKernel, double, double>();
            foreach (var kernel in ScanKernels.Available)
                foreach (var (threshold, theta) in ((double, double)[])[(0.3, 0), (0.9, 0.02), (1.5, 0.02)])
                    data.Add(kernel, threshold, theta);
            return data;
        }
    }

    [Theory, MemberData(nameof(Searches))]
    public void The_pairs_found_are_those_that_the_engine_puts_over_the_threshold(
        ScanKernel kernel, double threshold, double theta)
    {
        const string Alleles = "8 0.2, 9 0.1, 9.3 0.2, 10 0.2, 11 0.3";
        var ladders = MadeUpKinship.Ladders(
            [.. Enumerable.Range(1, 6).Select(it => MadeUpKinship.Marker($"M{it}", Alleles))],
            MadeUpKinship.Steps, theta);
        var random = new Random(7);
        RescuedChild[] children = [.. Enumerable.Range(0, 60).Select(i => new RescuedChild(Any($"C{i}", random)))];

        var found = new SiblingSearch(Settings(ladders, threshold, kernel, threads: 3), children)
            .Run(cancel: TestContext.Current.CancellationToken);

        var expected =
            from first in Enumerable.Range(0, children.Length)
            from second in Enumerable.Range(first + 1, children.Length - first - 1)
            let full = Exact("FA m, MO f, A m FA MO, B m FA MO", children[first], children[second], ladders)
            let half = Exact("FA m, F2 m, MO f, A m FA MO, B m F2 MO", children[first], children[second], ladders)
            where Math.Max(full, half) >= threshold
            select (first, second, Math.Round(full, 8), Math.Round(half, 8));
        Assert.Equal(
            expected,
            found.Select(it => (it.First, it.Second, Math.Round(it.Log10Full, 8), Math.Round(it.Log10Half, 8))));
        Assert.NotEmpty(found);
    }

    /// <summary>The earlier child has the family's parents under both hypotheses, as in every search.</summary>
    static double Exact(string pedigree, RescuedChild first, RescuedChild second, MarkerLadders ladders)
    {
        var related = Oracles.Family.Of(pedigree);
        var unrelated = Oracles.Family.Of("FA m, MO f, A m FA MO, B m");
        Hypothesis Of(Pedigree family) => new("", family, [.. family.Members.Select(it =>
            it.Id == "A" ? first.Profile : it.Id == "B" ? second.Profile : null)]);
        var both = ladders.Markers.Where(it =>
            first.Profile.Genotypes.ContainsKey(it) && second.Profile.Genotypes.ContainsKey(it));
        return Comparison.Of([Of(related), Of(unrelated)], both, ladders).Over(1).Log10;
    }

    static Profile Any(string id, Random random)
    {
        string[] alleles = ["8", "9", "9.3", "10", "11", "17"];
        var typed = Enumerable.Range(1, 6).Where(_ => random.Next(8) > 0)
            .Select(it => $"M{it} {One()}/{(random.Next(20) == 0 ? "-" : One())}");
        return MadeUpKinship.Profile(id, string.Join(", ", typed));

        string One() => alleles[random.Next(random.Next(10) == 0 ? 6 : 5)];
    }
}
