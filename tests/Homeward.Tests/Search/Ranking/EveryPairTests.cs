using CsCheck;
using Homeward.Genetics.Mutation;
using Homeward.Genetics.Simulation;
using Homeward.Search.Kernels;
using Homeward.Search.Ranking;

namespace Homeward.Tests.Search.Ranking;

/// <summary>
/// Nobody is lost: over a nation of every kind of family, with mutations, microvariants, partial profiles, samples with
/// drop-out, kits that differ, X markers, theta and silent alleles, the pairs that the index finds are those that the
/// engine puts over the threshold, pair by pair. With <c>HOMEWARD_SOAK</c> over ten million pairs.
/// </summary>
public sealed class EveryPairTests(ITestOutputHelper output)
{
    static readonly bool IsSoak = Environment.GetEnvironmentVariable("HOMEWARD_SOAK") is { Length: > 0 };

    static readonly Lazy<SearchedNation> Nation = new(() => IsSoak ? Drawn(2, 20_000) : Drawn(2, 60));

    /// <summary>Where the engine is quickest, eight million pairs at once.</summary>
    static readonly Lazy<SearchedNation> LargeNation = new(() => IsSoak ? Drawn(5, 230_000) : Drawn(2, 200));

    const ulong Seed = 20110802;

    static SearchedNation Drawn(int familiesOfKind, int strangers) => new(
        Seed, [.. Enumerable.Repeat(FamilyKind.All, familiesOfKind).SelectMany(it => it)], strangers);

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
        using var search = new EveryDirection(settings, nation.Families, nation.Children, exact);
        var pairs = (long)nation.Families.Count * nation.Children.Count;
        output.WriteLine($"seed {Seed}, {mutation}, theta {theta}, silent {silent}: {pairs:N0} pairs");
        foreach (var threshold in Thresholds(exact))
            output.WriteLine($"  {search.AssertAt(threshold):N0} pairs at or over 10^{threshold}");
    }

    /// <summary>LRs that some pairs reach exactly; and, of few pairs, 10.</summary>
    static double[] Thresholds(double[][] exact)
    {
        var reached = exact.SelectMany(it => it).Where(it => it >= 1).OrderDescending().Take(500).ToArray();
        return [.. IsSoak ? [] : (double[])[1], reached[5], reached[reached.Length / 10], reached[^1]];
    }

    static readonly Gen<AnyShape.Shape> GenShape =
        from founders in Gen.Int[2, 4]
        from parents in Gen.Select(Gen.Int[0, 7], Gen.Int[0, 7]).Array[1, 5]
        from typed in Gen.Int[1, 511]
        from missing in Gen.Int[0, 8]
        select new AnyShape.Shape(founders, parents, typed, missing);

    [Fact]
    public void Families_of_any_shape_lose_nobody_either() =>
        Gen.Select(GenShape.Array[3, 6], Gen.Int).Sample((shapes, seed) =>
        {
            var drawn = new AnyShape(shapes, seed);
            if (drawn.Families.Count == 0) return;
            var exact = drawn.Exact();
            using var search = new EveryDirection(drawn.Settings, drawn.Families, drawn.Children, exact);
            var reached = exact.SelectMany(it => it).Where(double.IsFinite).OrderDescending().ToArray();
            foreach (var place in (int[])[0, reached.Length / 20, reached.Length / 3])
                if (place < reached.Length) search.AssertAt(reached[place]);
        }, iter: IsSoak ? 60 : 8);

    [Fact]
    public void Deficits_rounded_up_instead_of_down_would_lose_pairs()
    {
        var nation = Nation.Value;
        var settings = Settings("stepwise", 0.01, 0);
        var exact = EveryPair(nation, settings);
        using var index = EveryDirection.IndexOf(settings, nation.Children);
        var (kept, left) = (0, 0);
        foreach (var best in exact.Select(it => it.Where(double.IsFinite).Max()).Where(it => it > 1).Take(20))
        {
            var searched = settings with { Threshold = best };
            var sought = new SoughtMembers(nation.Families);
            using var tables = EveryDirection.Tables(index, searched, sought);
            var search = new IndexSearch(searched, index, sought, tables);
            kept += search.AllAgainstAll(null, TestContext.Current.CancellationToken).Candidates.Count;
            EveryDirection.RoundUp(tables);
            left += search.AllAgainstAll(null, TestContext.Current.CancellationToken).Candidates.Count;
        }
        Assert.True(left < kept);
    }

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
