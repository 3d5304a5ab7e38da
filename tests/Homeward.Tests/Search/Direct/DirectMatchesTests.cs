using CsCheck;
using Homeward.Search.Direct;
using Homeward.Tests.Kinship;

namespace Homeward.Tests.Search.Direct;

public sealed class DirectMatchesTests
{
    [Fact]
    public void The_pairs_found_are_those_of_comparing_all_with_all() =>
        Gen.Select(MadeUpSamples.Gen, Gen.Int[0, 5], Gen.Int[1, 12]).Sample(
            (made, differences, more) =>
            {
                var tolerance = new MatchTolerance(differences + more, differences);
                var found = DirectMatches.Of(made.Columns(), tolerance, threads: 1 + more % 3).Value!.Pairs;
                Assert.Equal(
                    from second in Enumerable.Range(0, made.Profiles.Count)
                    from first in Enumerable.Range(0, second)
                    where MadeUpSamples.AreAlike(made.Profiles[first], made.Profiles[second], tolerance)
                    orderby first, second
                    select (first, second),
                    found.Select(it => (it.First, it.Second)));
            },
            iter: 1000);

    [Fact]
    public void It_does_not_matter_which_samples_go_by_blocks_and_which_are_compared_with_all() =>
        Gen.Select(MadeUpSamples.Gen, Gen.Int[0, 5], Gen.Int[0, 9]).Sample((made, differences, mostClasses) =>
        {
            var (samples, tolerance) = (made.Columns(), new MatchTolerance(differences + 2, differences));
            Assert.Equal(
                DirectMatches.Of(samples, tolerance, threads: 1).Value!.Pairs.Select(it => (it.First, it.Second)),
                Found(new(samples, tolerance, mostClasses)).Select(it => (it.Match.First, it.Match.Second)).Order());
        }, iter: 500);

    [Fact]
    public void There_are_pairs_to_find_at_every_level_of_the_plan()
    {
        // Else the tests above might never leave the first level.
        var levels = new HashSet<int>();
        for (var seed = 0; seed < 60; seed++)
        {
            var samples = new MadeUpSamples(24, 60, seed).Columns();
            BlockPlan plan = new(samples, new(LeastMarkers: 4, MostDifferences: 3), mostClasses: 30);
            levels.UnionWith(Found(plan).Select(it => it.Level));
        }

        // Compared with all; and 4, 5, 6, 8, 12, 20 and 24 blocks.
        Assert.Equal([-1, 0, 1, 2, 3, 4, 5, 6], levels.Order());
    }

    static IEnumerable<(int Level, DirectMatch Match)> Found(BlockPlan plan) =>
        plan.Works.SelectMany(work => plan.Matches(work, most: 1_000_000).Select(it => (work.Level, it)));

    [Theory]
    [InlineData("12/13", "12/13", 0, 0)]
    [InlineData("12/12", "12/13", 1, 0)]
    [InlineData("12/13", "13/13", 1, 0)]
    [InlineData("12/13", "12/14", 0, 1)]
    [InlineData("12/13", "13/14", 0, 1)]
    public void A_difference_is_told_by_its_kind(string first, string second, int droppedOut, int mistyped)
    {
        var match = Match($"M1 {first}, M2 10/11", $"M1 {second}, M2 10/11", differences: 1)!;

        Assert.Equal((2, droppedOut, mistyped), (match.Compared, match.DroppedOut.Count, match.Mistyped.Count));
    }

    [Theory]
    [InlineData("M1 12/12, M2 10/11", "M1 13/13, M2 10/11")]          // shares no allele
    [InlineData("M1 12/13, M2 10/11", "M1 12/14, M2 10/12")]          // two mistyped
    [InlineData("M1 12/13, M2 10/-", "M1 12/13, M2 10/11")]           // one marker compared
    [InlineData("M1 12/13", "M2 10/11")]
    public void What_no_tolerated_difference_explains_is_no_match(string first, string second) =>
        Assert.Null(Match(first, second, differences: 1));

    [Fact]
    public void A_million_pairs_are_refused_and_not_listed()
    {
        var columns = new SampleColumns(["M1"]);
        for (var i = 0; i < 1500; i++) columns.Append(MadeUpKinship.Profile($"S{i}", "M1 12/13"));

        var outcome = DirectMatches.Of(
            columns, new(1, 0), threads: 2, progress: null, TestContext.Current.CancellationToken);

        Assert.IsType<TooManyMatches>(outcome.Refusal);
    }

    static DirectMatch? Match(string first, string second, int differences)
    {
        var columns = new SampleColumns(["M1", "M2"]);
        foreach (var text in (string[])[first, second]) columns.Append(MadeUpKinship.Profile(text, text));
        return DirectMatch.Of(columns, 0, 1, new(LeastMarkers: 2, differences));
    }
}
