using Homeward.Genetics.Kinship;
using Homeward.Search.Kernels;
using Homeward.Search.Ranking;

namespace Homeward.Tests.Search.Ranking;

/// <summary>The whole search finds what comparing every family with every child finds.</summary>
public sealed class FamilySearchTests
{
    public static TheoryData<int, int> Studies => new() { { 1, 1 }, { 2, 1 }, { 3, 2 }, { 4, 3 } };

    [Theory, MemberData(nameof(Studies))]
    public void Finds_the_pairs_that_comparing_all_with_all_finds(int seed, int populations)
    {
        const double threshold = 0.5;
        var study = MadeUpStudy.WithoutTheta(seed, populations);
        var drawn = Enumerable.Range(0, 40).Select(it => study.Family($"F{it}")).ToArray();
        Family[] families = [.. drawn.Select(it => it.Family)];
        RescuedChild[] children = [.. drawn.Take(12).Select(it => it.Child), .. drawn.Skip(30).Select(it => it.Child)];
        var settings = Settings(study.Populations, threshold, ScanKernel.Scalar, threads: 1);
        var expected = ByBruteForce(families, children, settings);
        Assert.InRange(expected.Count, 10, families.Length * children.Length - 10);
        var first = "";
        foreach (var kernel in ScanKernels.Available)
            foreach (var threads in (int[])[1, 2, 3])
            {
                var scan = new ScanOptions { Kernel = kernel, Threads = threads };
                var result = Search(families, children, settings with { Scan = scan });
                var found = result.Candidates.ToDictionary(it => (it.Family, it.Missing, it.Child), it => it.Log10);
                Assert.Equal(expected.Keys.Order(), found.Keys.Order());
                Assert.All(found, it => Assert.Equal(expected[it.Key], it.Value, 1e-9));
                Assert.InRange(result.ExactCount, expected.Count, result.PairsCompared);
                Assert.Equal((long)children.Length * families.Sum(it => it.Missing.Count), result.PairsCompared);
                if (first.Length == 0) first = Written(result);
                Assert.Equal(first, Written(result));            // to the last bit
            }
    }

    [Fact]
    public void The_scan_alone_throws_away_most_pairs()
    {
        var study = MadeUpStudy.Plain(seed: 11, markers: 12);
        var drawn = Enumerable.Range(0, 60).Select(it => study.Family($"F{it}")).ToArray();
        var result = Search([.. drawn.Select(it => it.Family)], [.. drawn.Select(it => it.Child)],
            Settings(study.Populations, 4, ScanKernel.Scalar, threads: 2));
        Assert.NotEmpty(result.Candidates);
        Assert.InRange(result.ExactCount, result.Candidates.Count, result.PairsCompared / 10);
    }

    [Fact]
    public void Families_that_cannot_reach_the_threshold_are_listed_and_not_searched()
    {
        var study = MadeUpStudy.Plain(seed: 5, markers: 3);
        var (family, child) = study.Family("F");
        var result = Search([family], [child], Settings(study.Populations, 40, ScanKernel.Scalar, threads: 1));
        Assert.Empty(result.Candidates);
        Assert.Equal(0, result.ExactCount);
        Assert.Equal(family.Missing.Select(it => ("F", family.Pedigree.Members[it].Id)), result.Unreachable);
    }

    [Fact]
    public void Nobody_searched_and_nobody_searching_find_nothing()
    {
        var study = MadeUpStudy.Plain(seed: 5, markers: 3);
        var (family, child) = study.Family("F");
        var settings = Settings(study.Populations, 1, ScanKernel.Scalar, threads: 2);
        Assert.Empty(Search([], [child], settings).Candidates);
        Assert.Empty(Search([family], [], settings).Candidates);
    }

    static SearchSettings Settings(
        IReadOnlyList<MarkerLadders> populations, double threshold, ScanKernel kernel, int threads) => new()
        {
            Populations = populations,
            Threshold = threshold,
            AlternativePrior = 0.001,
            Scan = new() { Kernel = kernel, Threads = threads },
        };

    static SearchResult Search(Family[] families, RescuedChild[] children, SearchSettings settings) =>
        new FamilySearch(settings, children).Run(families, cancel: TestContext.Current.CancellationToken);

    static Dictionary<(string Family, string Missing, string Child), double> ByBruteForce(
        Family[] families, RescuedChild[] children, SearchSettings settings)
    {
        string[] markers = [.. settings.Populations[0].Markers.Where(it => settings.Populations.All(p => p.Has(it)))];
        return (
            from family in families
            from missing in family.Missing
            from child in children
            let log10 = settings.Populations.Min(it => MadeUpStudy.Exact(family, missing, child, it, markers))
            where log10 >= settings.Threshold
            select (Key: (family.Id, family.Pedigree.Members[missing].Id, child.Id), log10))
            .ToDictionary(it => it.Key, it => it.log10);
    }

    static string Written(SearchResult result) => string.Join('\n', result.Candidates.Select(it =>
        $"{it} {string.Join(' ', it.ByPopulation)} {string.Join(' ', it.Markers)} "
        + $"{string.Join(' ', it.Inconsistencies)} {string.Join(' ', it.Alternatives)}"))
        + string.Join(' ', result.Unreachable);
}
