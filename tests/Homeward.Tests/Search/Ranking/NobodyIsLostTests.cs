using Homeward.Genetics.Kinship;
using Homeward.Genetics.Mutation;
using Homeward.Genetics.Simulation;
using Homeward.Search.Compiling;
using Homeward.Search.Index;
using Homeward.Search.Kernels;
using Homeward.Search.Ranking;

namespace Homeward.Tests.Search.Ranking;

/// <summary>The search by tables against the engine, pair by pair: the same pairs, whatever is assumed.</summary>
public sealed class NobodyIsLostTests
{
    /// <summary>Every kind but the one of which an alternative takes the engine seconds with theta.</summary>
    static readonly SearchedNation Nation = new(
        seed: 20110727, [.. FamilyKind.All.Where(it => it.Name != "mother-uncle")], strangers: 10);

    static readonly SearchedNation WholeNation = new(seed: 20110728, FamilyKind.All, strangers: 8);

    public static TheoryData<string, double, double, string> Assumptions => new()
    {
        { "stepwise", 0, 0, "china-han" },
        { "stepwise", 0.01, 0, "china-han" },
        { "stepwise", 0.03, 0.01, "china-han" },
        { "proportional", 0.01, 0, "china-han" },
        { "equal", 0, 0.02, "china-han" },
        { "stepwise", 0.01, 0, "us-asian china-han" },
    };

    [Theory, MemberData(nameof(Assumptions))]
    public void The_pairs_found_are_those_the_engine_puts_over_the_threshold(
        string mutation, double theta, double silent, string populations)
    {
        var settings = Settings(mutation, theta, silent, populations);
        var exact = EveryPair(Nation, settings);
        var reached = exact.Values.Order().ToArray();
        foreach (var threshold in (double[])[1, reached[^3] - 1e-9, reached[^3] + 1e-9, reached[^9] - 1e-9])
            foreach (var kernel in ScanKernels.Available)
            {
                var scan = new ScanOptions { Kernel = kernel, Threads = kernel == ScanKernel.Scalar ? 1 : 3 };
                var found = Found(settings with { Threshold = threshold, Scan = scan });
                var expected = exact.Where(it => it.Value >= threshold);
                Assert.Equal(
                    expected.Select(it => (it.Key.Family, it.Key.Child, Math.Round(it.Value, 8))).Order(),
                    found.Select(it => (it.Family, it.Child, Math.Round(it.Log10, 8))).Order());
            }
    }

    [Fact]
    public void A_pair_is_found_with_its_own_ratio_as_the_threshold()
    {
        var settings = Settings("stepwise", 0.01, 0, "china-han") with { Threshold = 3 };
        foreach (var pair in Found(settings).Take(4))
            Assert.Contains(
                Found(settings with { Threshold = pair.Log10 }),
                it => it.Family == pair.Family && it.Child == pair.Child);
    }

    static IReadOnlyList<Candidate> Found(SearchSettings settings) =>
        new FamilySearch(settings, Nation.Children)
            .Run(Nation.Families, cancel: TestContext.Current.CancellationToken).Candidates;

    [Theory, MemberData(nameof(Assumptions))]
    public void No_compiled_total_is_below_the_exact_one(
        string mutation, double theta, double silent, string populations)
    {
        var settings = Settings(mutation, theta, silent, populations);
        var ladders = settings.Populations[0];
        var exact = EveryPair(WholeNation, settings with { Populations = [ladders] });
        var book = Book(settings);
        using var index = new ProfileIndex(book);
        foreach (var child in WholeNation.Children) index.Append(child.Profile);
        foreach (var family in WholeNation.Families)
        {
            var outside = book.Markers.ToDictionary(it => it.Marker, it => index.SharedGenotypesAt(it.Marker)
                .Select(genotype => new[] { genotype.Low, genotype.High }).ToArray());
            var scores = CompiledFamily.Of(family, family.Missing[0], book, ladders, it => outside[it]).Scores;
            for (var slot = 0; slot < index.SlotCount; slot++)
                Assert.True(
                    MadeUpSearch.Total(index, slot, scores) >= exact[(family.Id, index.IdOf(slot))] - 1e-9,
                    $"{family.Id} {index.IdOf(slot)}");
        }
    }

    /// <summary>log10 LR of every pair by the engine alone, the smallest over the populations.</summary>
    static Dictionary<(string Family, string Child), double> EveryPair(
        SearchedNation nation, SearchSettings settings) => (
        from family in nation.Families
        from child in nation.Children
        select ((family.Id, child.Id), settings.Populations.Min(it => Exact(family, child, it, settings))))
        .ToDictionary(it => it.Item1, it => it.Item2);

    static double Exact(Family family, RescuedChild child, MarkerLadders ladders, SearchSettings settings)
    {
        var (claim, unrelated) = FamilyClaims.Main(family, family.Missing[0], child.Profile, child.Sex);
        var markers = Comparison.UsableMarkers(claim, ladders)
            .Intersect(Comparison.UsableMarkers(unrelated, ladders))
            .Intersect(settings.Markers);
        return Comparison.Of([claim, unrelated], markers, ladders).Over(1).Log10;
    }

    static CodeBook Book(SearchSettings settings) => new([.. settings.Markers.Select(it =>
    {
        var ladder = settings.Populations[0].Of(it, []);
        return new MarkerCodes(it, ladder.Alleles, ladder.Model.Founder[..ladder.Alleles.Count].ToArray());
    })]);

    static SearchSettings Settings(string mutation, double theta, double silent, string populations)
    {
        MutationModel shape = mutation switch
        {
            "stepwise" => new MutationModel.Stepwise(0, 1e-6, 0.1),
            "proportional" => new MutationModel.Proportional(0),
            _ => new MutationModel.Equal(0),
        };
        return new()
        {
            Populations = [.. populations.Split(' ').Select(it => SearchedNation.Ladders(it, theta, silent, shape))],
            Threshold = 0,
            AlternativePrior = 0.01,
            Scan = ScanOptions.Fastest,
        };
    }
}
