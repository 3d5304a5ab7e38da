using System.Runtime.InteropServices;
using Homeward.Genetics.Mutation;
using Homeward.Genetics.Simulation;
using Homeward.Search.Index;
using Homeward.Search.Kernels;
using Homeward.Search.Ranking;
using Homeward.Search.Tables;

namespace Homeward.Tests.Search.Ranking;

/// <summary>
/// Nobody is lost: over a nation of every kind of family, with mutations, microvariants, partial profiles, samples with
/// drop-out, kits that differ, X markers, theta and silent alleles, the pairs that the index finds are those that the
/// engine puts over the threshold, pair by pair. With <c>HOMEWARD_SOAK</c> over ten million pairs.
/// </summary>
public sealed class EveryPairTests(ITestOutputHelper output)
{
    static readonly bool IsSoak = Environment.GetEnvironmentVariable("HOMEWARD_SOAK") is { Length: > 0 };

    /// <summary>Closer to the threshold than this, a sum by marker may fall on either side of it.</summary>
    const double Rounding = 1e-9;

    static readonly Lazy<SearchedNation> Nation = new(() => IsSoak ? Drawn(20, 9_000) : Drawn(2, 60));

    /// <summary>Where the engine is quickest, ten million pairs at once.</summary>
    static readonly Lazy<SearchedNation> LargeNation = new(() => IsSoak ? Drawn(20, 72_000) : Drawn(2, 200));

    static SearchedNation Drawn(int familiesOfKind, int strangers) => new(
        seed: 20110802, [.. Enumerable.Repeat(FamilyKind.All, familiesOfKind).SelectMany(it => it)], strangers);

    public static TheoryData<string, double, double> Assumptions =>
        IsSoak
            ? new()
            {
                { "stepwise", 0, 0 },
                { "stepwise", 0.01, 0 },
                { "stepwise", 0.03, 0 },
                { "stepwise", 0, 0.01 },
                { "stepwise", 0.01, 0.01 },
                { "proportional", 0.01, 0 },
                { "equal", 0, 0.02 },
                { "equal", 0.02, 0 },
                { "one step", 0.01, 0 },
            }
            : new() { { "stepwise", 0.01, 0 }, { "stepwise", 0.01, 0.01 }, { "one step", 0, 0 } };

    [Theory, MemberData(nameof(Assumptions))]
    public void The_index_finds_what_the_engine_finds_pair_by_pair(string mutation, double theta, double silent)
    {
        var nation = theta == 0 && silent == 0 ? LargeNation.Value : Nation.Value;
        var settings = Settings(mutation, theta, silent);
        var exact = EveryPair(nation, settings);
        var reached = exact.SelectMany(it => it).Where(double.IsFinite).OrderDescending().ToArray();
        var families = nation.Families.Count;
        double[] thresholds = [1, reached[5], reached[families / 2], reached[4 * families]];
        var pairs = (long)nation.Families.Count * nation.Children.Count;
        output.WriteLine($"{mutation}, theta {theta}, silent {silent}: {pairs:N0} pairs, "
            + $"{exact.Sum(it => it.Count(log10 => log10 >= 1)):N0} over 10; "
            + $"thresholds {string.Join(", ", thresholds)}");
        using var index = new ProfileIndex(settings.CodeBookFor(
            nation.Children.SelectMany(it => it.Profile.Genotypes.Keys).ToHashSet()));
        foreach (var child in nation.Children) index.Append(child.Profile);
        foreach (var threshold in thresholds)
            AssertEveryDirection(nation, exact, index, settings with { Threshold = threshold });
    }

    [Fact]
    public void Deficits_rounded_up_instead_of_down_would_lose_pairs()
    {
        var nation = Nation.Value;
        var settings = Settings("stepwise", 0.01, 0);
        var exact = EveryPair(nation, settings);
        using var index = new ProfileIndex(settings.CodeBookFor(
            nation.Children.SelectMany(it => it.Profile.Genotypes.Keys).ToHashSet()));
        foreach (var child in nation.Children) index.Append(child.Profile);
        var (kept, left) = (0, 0);
        foreach (var best in exact.Select(it => it.Where(double.IsFinite).Max()).Where(it => it > 1).Take(20))
        {
            var searched = settings with { Threshold = best };
            var sought = new SoughtMembers(nation.Families);
            using var tables = Tables(index, searched, sought);
            var search = new IndexSearch(searched, index, sought, tables);
            kept += search.AllAgainstAll(null, TestContext.Current.CancellationToken).Candidates.Count;
            RoundUp(tables);
            left += search.AllAgainstAll(null, TestContext.Current.CancellationToken).Candidates.Count;
        }
        Assert.True(left < kept);
    }

    /// <summary>What the tables would hold if deficits were rounded up.</summary>
    static void RoundUp(FamilyTables tables)
    {
        using var segment = tables.Open(0);
        for (var tile = 0; tile < segment.TileCount; tile++)
            foreach (ref var deficit in MemoryMarshal.AsMemory(segment.BytesOf(tile)).Span[..segment.Layout.OrderAt(0)])
                if (deficit is > 0 and < byte.MaxValue) deficit++;
    }

    static void AssertEveryDirection(
        SearchedNation nation, double[][] exact, ProfileIndex index, SearchSettings settings)
    {
        var stop = TestContext.Current.CancellationToken;
        var sought = new SoughtMembers(nation.Families);
        using var tables = Tables(index, settings, sought);
        var first = Array.Empty<(string, string, double)>();
        foreach (var kernel in ScanKernels.Available)
            foreach (var threads in (int[])[1, 3])
            {
                var scan = new ScanOptions { Kernel = kernel, Threads = threads };
                var found = Pairs(new IndexSearch(settings with { Scan = scan }, index, sought, tables)
                    .AllAgainstAll(null, stop));
                AssertSame(nation, exact, settings.Threshold, found);
                if (first.Length == 0) first = found;
                Assert.Equal(first, found);                      // to the last bit
            }
        var search = new IndexSearch(settings, index, sought, tables);
        using var scanOfOne = new OneChildScan(tables);
        var byChild = nation.Children.SelectMany(it => Pairs(search.OneChild(it, scanOfOne, stop))).Order();
        Assert.Equal(first, byChild);
        var circumstances = new TableCircumstances(index, settings.Populations[0], settings.Threshold);
        var some = nation.Families.Take(7).ToArray();
        var byFamily = some.SelectMany(it => Pairs(search.OneFamily(it, circumstances, stop))).Order();
        Assert.Equal(first.Where(it => some.Any(family => family.Id == it.Item1)), byFamily);
    }

    static void AssertSame(
        SearchedNation nation, double[][] exact, double threshold, (string Family, string Child, double Log10)[] found)
    {
        var at = found.ToDictionary(it => (it.Family, it.Child), it => it.Log10);
        for (var f = 0; f < nation.Families.Count; f++)
            for (var c = 0; c < nation.Children.Count; c++)
            {
                var log10 = exact[f][c];
                var isFound = at.TryGetValue((nation.Families[f].Id, nation.Children[c].Id), out var foundAs);
                if (isFound) Assert.Equal(log10, foundAs, Rounding);
                else
                    Assert.False(
                        log10 >= threshold + Rounding, $"{nation.Families[f].Id} {nation.Children[c].Id} {log10}");
                Assert.False(isFound && log10 < threshold - Rounding);
            }
    }

    static (string Family, string Child, double Log10)[] Pairs(SearchResult result) =>
        [.. result.Candidates.Select(it => (it.Family, it.Child, it.Log10)).Order()];

    static FamilyTables Tables(ProfileIndex index, SearchSettings settings, SoughtMembers sought) =>
        new TableCompiler(new(index, settings.Populations[0], settings.Threshold), threads: 2)
            .InMemory(sought, null, TestContext.Current.CancellationToken);

    static double[][] EveryPair(SearchedNation nation, SearchSettings settings)
    {
        string[] markers = [.. settings.Markers];
        var exact = new double[nation.Families.Count][];
        Parallel.For(0, exact.Length, new() { MaxDegreeOfParallelism = 2 }, f =>
        {
            var family = new PairByPair(nation.Families[f], settings.Populations[0], markers);
            exact[f] = [.. nation.Children.Select(family.Log10)];
        });
        return exact;
    }

    static SearchSettings Settings(string mutation, double theta, double silent)
    {
        MutationModel shape = mutation switch
        {
            "stepwise" => new MutationModel.Stepwise(0, 1e-6, 0.1),
            "proportional" => new MutationModel.Proportional(0),
            "one step" => new MutationModel.OneStep(0),
            _ => new MutationModel.Equal(0),
        };
        return new()
        {
            Populations = [SearchedNation.Ladders("china-han", theta, silent, shape)],
            Threshold = 1,
            AlternativePrior = 1,
            ExplainedRanks = 0,
            Scan = ScanOptions.Fastest,
        };
    }
}
