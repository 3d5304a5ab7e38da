using Homeward.Genetics.Kinship;
using Homeward.Search.Assignment;
using Homeward.Search.Ranking;
using Homeward.Tests.Kinship;

namespace Homeward.Tests.Search.Assignment;

public sealed class JointAssignmentTests
{
    static readonly double Ln10 = Math.Log(10);

    [Fact]
    public void The_example_of_the_formula_page()
    {
        // docs/math/assignment.md: 12, 13, 14 with 0.1, 0.5, 0.4; one marker, no mutation.
        var ladders = MadeUpKinship.Ladders([MadeUpKinship.Marker("M1", "12 0.1, 13 0.5, 14 0.4")]);
        Family[] families = [Father("F1", "M1 12/12"), Father("F2", "M1 12/13")];
        RescuedChild[] children = [Child("C1", "M1 12/14"), Child("C2", "M1 12/13")];

        var result = Assign(families, children, ladders);

        var group = Assert.Single(result.Groups);
        Assert.Equal(7, group.Count);
        Assert.Equal(Math.Log(0.01 * 0.1 * 0.08 * 0.1), group.LnNobody, 10);
        Assert.Equal(
            [15, 12.5, 5, 5, 3, 2.5, 1], group.Best.Select(it => Math.Round(Math.Pow(10, it.Log10OverNobody), 6)));
        Assert.Equal([1, 2, 3, 3, 5, 6, 7], group.Best.Select(it => it.Rank));
        Assert.Equal([false, false, true, true, false, false, false], group.Best.Select(it => it.IsTied));
        Assert.Equal(Math.Log(15 * 8e-6), group.Best[0].LnLikelihood, 10);
        Assert.Equal(15 / 44.0, Math.Exp(group.Best[0].LnPosterior), 10);
        Assert.Equal(
            [20, 15, 17.5, 18], result.Pairs.Select(it => Math.Round(44 * Math.Exp(it.LnPosterior), 9)));
        Assert.Equal(9 / 44.0, Math.Exp(result.Nowhere[0]), 10);
        Assert.Equal((1 + 2.5 + 3) / 44, Math.Exp(result.NotFound[(0, 2)]), 10);
    }

    [Fact]
    public void Two_children_of_one_family_tell_of_each_other_too()
    {
        // The example's second half: 43.75 together, where the product of the pairs would be 25.
        var ladders = MadeUpKinship.Ladders([MadeUpKinship.Marker("M1", "12 0.1, 13 0.5, 14 0.4")]);
        var family = MadeUpKinship.Family(
            "FA m, MO f, S1 m FA MO, S2 m FA MO", "S1 S2", MadeUpKinship.Profile("FA", "M1 12/12"));
        RescuedChild[] children = [Child("C1", "M1 12/14"), Child("C2", "M1 12/14")];

        var result = Assign([family], children, ladders);

        Assert.Equal([43.75, 43.75, 5, 5, 5, 5, 1],
            Assert.Single(result.Groups).Best.Select(it => Math.Round(Math.Pow(10, it.Log10OverNobody), 6)));
        Assert.Equal(43.75 + 5, Math.Exp(result.Pairs[0].LnPosterior) * (2 * 43.75 + 4 * 5 + 1), 8);
        // S1 stays away when S2 alone is found, or nobody.
        Assert.Equal(11 / (2 * 43.75 + 4 * 5 + 1), Math.Exp(result.NotFound[(0, 2)]), 8);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Every_assignment_has_the_likelihood_of_all_its_pedigrees_laid_side_by_side(int seed)
    {
        var made = new MadeUpRescue(seed);
        var expected = made.Assignments().ToDictionary(it => it, made.LnLikelihood, StringComparer.Ordinal);

        var result = Assign(made.Families, made.Children, made.Ladders);

        var found = Combined(result, made);
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), found.Keys.Order(StringComparer.Ordinal));
        foreach (var (assignment, ln) in expected)
            Assert.True(Math.Abs(ln - found[assignment].LnLikelihood) < 1e-9, $"{assignment}: {ln}");
        var total = expected.Values.Sum(it => Math.Exp(it - expected.Values.Max()));
        foreach (var (assignment, ln) in expected)
            Assert.Equal(Math.Exp(ln - expected.Values.Max()) / total, Math.Exp(found[assignment].LnPosterior), 9);
    }

    [Fact]
    public void A_pair_by_itself_has_the_ratio_that_a_search_shows_with_theta_too()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var study = MadeUpStudy.Of(seed);
            var (family, own) = study.Family("F");
            var (_, other) = study.Family("G");
            var result = Assign([family], [own, other], study.Populations[0], anySex: true);
            foreach (var pair in result.Pairs)
                Assert.Equal(
                    MadeUpStudy.Exact(
                        family, pair.Place.Member, pair.Place.Child == 0 ? own : other, study.Populations[0],
                        study.Populations[0].Markers),
                    pair.Log10, 9);
        }
    }

    [Fact]
    public void A_child_is_placed_in_no_place_of_the_other_sex_unless_that_is_asked_for()
    {
        var ladders = MadeUpKinship.Ladders([MadeUpKinship.Marker("M1", "12 0.1, 13 0.5, 14 0.4")]);
        var family = Father("F1", "M1 12/12");
        RescuedChild[] girl = [Child("C1", "M1 12/14, AMEL X/X")];

        var bySex = Assign([family], girl, ladders);
        var any = Assign([family], girl, ladders, anySex: true);

        Assert.Empty(bySex.Groups);
        Assert.True(bySex.Pairs[0].OtherSex);
        Assert.Equal(Math.Log10(5), bySex.Pairs[0].Log10, 10);
        Assert.Equal(0, bySex.Nowhere[0]);
        Assert.Equal(5 / 6.0, Math.Exp(any.Pairs[0].LnPosterior), 10);
    }

    [Fact]
    public void Prior_odds_multiply_once_for_each_child_placed()
    {
        var ladders = MadeUpKinship.Ladders([MadeUpKinship.Marker("M1", "12 0.1, 13 0.5, 14 0.4")]);
        Family[] families = [Father("F1", "M1 12/12"), Father("F2", "M1 12/13")];
        RescuedChild[] children = [Child("C1", "M1 12/14"), Child("C2", "M1 12/13")];

        var result = Assign(families, children, ladders, priorOdds: 0.1);

        // 1 + 15.5/10 + 27.5/100
        Assert.Equal(1 / 2.825, Math.Exp(Assert.Single(result.Groups).Best[0].LnPosterior), 9);
        Assert.Equal(0.15 / 2.825, Math.Exp(result.Groups[0].Best.Single(
            it => it.Fillings.Count == 2 && it.Log10OverNobody > 1.15).LnPosterior), 9);
    }

    [Fact]
    public void A_group_too_large_as_it_stands_loses_less_than_it_may_and_says_so()
    {
        var (families, children, ladders) = Couples(count: 40, markers: 14);

        var result = Outcome(families, children, ladders, leaveOut: 1e-9).Value!;

        Assert.Equal(40 * 40, result.Pairs.Count);
        Assert.All(result.Groups, it => Assert.InRange(it.LeftOut, 1e-300, 1e-9));
        Assert.All(result.Groups, it => Assert.InRange(it.FillingsLeftOut, 1, 40 * 40));
        // Each child with its own parents: hardly any doubt is left.
        Assert.All(
            result.Pairs.Where(it => it.Place.Child == it.Family),
            it => Assert.InRange(Math.Exp(it.LnPosterior), 0.99, 1));
    }

    [Fact]
    public void A_group_that_nothing_tells_apart_is_refused_with_advice()
    {
        var (families, children, ladders) = Couples(count: 30, markers: 1);

        var refusal = Assert.IsType<GroupTooLarge>(Outcome(families, children, ladders, leaveOut: 1e-9).Refusal);

        Assert.Equal((30, 30), (refusal.Children, refusal.Families));
        Assert.Contains("more markers", refusal.Reason);
    }

    /// <summary>Couples with many markers, and a child of each.</summary>
    static (Family[] Families, RescuedChild[] Children, MarkerLadders Ladders) Couples(int count, int markers)
    {
        const string Alleles = "10 0.1, 11 0.2, 12 0.1, 13 0.1, 14 0.2, 15 0.1, 16 0.2";
        var random = new Random(11);
        var ladders = MadeUpKinship.Ladders(
            [.. Enumerable.Range(1, markers).Select(it => MadeUpKinship.Marker($"M{it}", Alleles))],
            MadeUpKinship.Steps);
        var (families, children) = (new Family[count], new RescuedChild[count]);
        for (var i = 0; i < count; i++)
        {
            var genotypes = ladders.Markers.Select(it => (
                Marker: it, Father: (Any(), Any()), Mother: (Any(), Any()))).ToArray();
            string Text(Func<(string Marker, (int, int) Father, (int, int) Mother), (int A, int B)> read) =>
                string.Join(", ", genotypes.Select(it => $"{it.Marker} {read(it).A}/{read(it).B}"));
            families[i] = MadeUpKinship.Family(
                $"F{i}", Oracles.Family.Of("FA m, MO f, CH m FA MO"), "CH",
                MadeUpKinship.Profile("FA", Text(it => it.Father)), MadeUpKinship.Profile("MO", Text(it => it.Mother)));
            children[i] = Child($"C{i}", Text(it => (
                random.Next(2) == 0 ? it.Father.Item1 : it.Father.Item2,
                random.Next(2) == 0 ? it.Mother.Item1 : it.Mother.Item2)));
        }
        return (families, children, ladders);

        int Any() => 10 + random.Next(7);
    }

    static Dictionary<string, (double LnLikelihood, double LnPosterior)> Combined(
        AssignmentResult result, MadeUpRescue made)
    {
        Dictionary<string, (double, double)> all = new(StringComparer.Ordinal) { [""] = (made.LnLikelihood(""), 0) };
        var nobody = made.LnLikelihood("");
        foreach (var group in result.Groups)
        {
            var before = all;
            all = new(StringComparer.Ordinal);
            foreach (var (words, (ln, posterior)) in before)
                foreach (var it in group.Best)
                {
                    var placed = it.Fillings.SelectMany(
                        filling => filling.Placed.Select(place => made.Words(filling.Family, place)));
                    var name = string.Join(' ', words.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                        .Concat(placed).Order(StringComparer.Ordinal));
                    all.Add(name, (ln + it.LnLikelihood - group.LnNobody, posterior + it.LnPosterior));
                }
        }
        Assert.Equal(nobody, all[""].Item1, 9);
        return all;
    }

    internal static AssignmentResult Assign(
        IReadOnlyList<Family> families,
        IReadOnlyList<RescuedChild> children,
        MarkerLadders ladders,
        bool anySex = false,
        double priorOdds = 1)
    {
        var outcome = JointAssignment.Of(
            families, children, Settings(ladders) with { PriorOdds = priorOdds, AnySex = anySex, Listed = 100_000 });
        Assert.True(outcome.IsAllowed, outcome.Refusal?.Reason);
        return outcome.Value;
    }

    static Genetics.Primitives.Outcome<AssignmentResult> Outcome(
        IReadOnlyList<Family> families, IReadOnlyList<RescuedChild> children, MarkerLadders ladders, double leaveOut) =>
        JointAssignment.Of(families, children, Settings(ladders) with { LeaveOut = leaveOut });

    static AssignmentSettings Settings(MarkerLadders ladders) => new()
    {
        Ladders = ladders,
        PriorOdds = 1,
        AnySex = false,
        LeaveOut = 0,
        Listed = 10,
        Threads = 2,
    };

    static Family Father(string id, string typed) => MadeUpKinship.Family(
        id, Oracles.Family.Of("FA m, MO f, CH m FA MO"), "CH", MadeUpKinship.Profile("FA", typed));

    static RescuedChild Child(string id, string typed) => new(MadeUpKinship.Profile(id, typed));
}
