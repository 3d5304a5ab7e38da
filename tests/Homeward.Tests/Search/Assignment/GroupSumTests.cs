using CsCheck;
using Homeward.Search.Assignment;

namespace Homeward.Tests.Search.Assignment;

public sealed class GroupSumTests
{
    /// <summary>Sets of up to 2^14 fillings are gone through one by one.</summary>
    const int MostFillings = 14;

    static readonly Gen<(MadeUpGroup Group, double LnPrior)> Gen =
        CsCheck.Gen.Select(MadeUpGroup.Gen, CsCheck.Gen.Double[-3, 3]);

    [Fact]
    public void Sums_and_posteriors_are_those_of_all_assignments_gone_through_one_by_one() =>
        Gen.Sample(
            it =>
            {
                foreach (var group in Homeward.Search.Assignment.Group.Apart(it.Group.Fillings, it.LnPrior))
                    if (group.Fillings.Count <= MostFillings) AgreesWithBruteForce(group);
            },
            iter: 300);

    static void AgreesWithBruteForce(Homeward.Search.Assignment.Group group)
    {
        var all = MadeUpGroup.Assignments(group.Fillings)
            .Select(taken => (Taken: taken, Ln: taken.Sum(it => group.LnWeights[it]))).ToArray();
        var total = all.Sum(it => Math.Exp(it.Ln));

        var sum = GroupSum.Of(group)!;

        Assert.Equal(all.Length, sum.Count);
        Assert.Equal(Math.Log(total), sum.LnTotal, 9);
        for (var i = 0; i < group.Fillings.Count; i++)
            AssertAlike(all.Where(it => it.Taken.Contains(i)).Sum(it => Math.Exp(it.Ln)) / total, sum.LnPosteriors[i]);
        for (var thing = 0; thing < group.ThingCount; thing++)
        {
            var without = all.Where(it => !it.Taken.Any(i => group.ThingsOf[i].Contains(thing)));
            AssertAlike(without.Sum(it => Math.Exp(it.Ln)) / total, sum.LnUnused[thing]);
        }
        var best = sum.Best(int.MaxValue).ToArray();
        Assert.Equal(all.Select(it => string.Join(' ', it.Taken)).Order(),
            best.Select(it => string.Join(' ', it.Fillings)).Order());
        Assert.Equal(all.Select(it => Math.Round(it.Ln, 8)).OrderDescending(),
            best.Select(it => Math.Round(it.LnWeight, 8)));
    }

    static void AssertAlike(double expected, double ln) =>
        Assert.True(Math.Abs(Math.Log(expected) - ln) < 1e-8, $"{expected} and e^{ln}");

    [Fact]
    public void Eight_children_and_five_families_have_19081_assignments()
    {
        // Sum over k of C(8,k)·C(5,k)·k!: 1 + 40 + 560 + 3,360 + 8,400 + 6,720.
        var fillings = from family in Enumerable.Range(0, 5)
                       from child in Enumerable.Range(0, 8)
                       select new Filling(family, [new(child, 0)], 0);

        var sum = GroupSum.Of(Assert.Single(Homeward.Search.Assignment.Group.Apart([.. fillings], 0)))!;

        Assert.Equal(19_081, sum.Count);
        Assert.Equal(19_081, sum.Best(int.MaxValue).Count());
    }

    [Fact]
    public void Few_families_with_many_children_are_summed_as_well_as_few_children_with_many_families()
    {
        // With one child placed, or two or three, in any of the families: 1 + 3·40 + 6·C(40,2) + 6·C(40,3).
        const double Expected = 1 + 120 + 6 * 780 + 6 * 9880;

        Assert.Equal(Expected, Sum(families: 3, children: 40).Count);
        Assert.Equal(Expected, Sum(families: 40, children: 3).Count);

        static GroupSum Sum(int families, int children) => GroupSum.Of(new(
            [.. from family in Enumerable.Range(0, families)
                from child in Enumerable.Range(0, children)
                select new Filling(family, [new(child, 0)], 0)],
            0))!;
    }

    [Fact]
    public void A_long_chain_of_families_that_share_children_is_no_large_group()
    {
        // Paths of 2n edges in a row: matchings of a path with e edges are Fibonacci's number F(e + 2).
        Filling[] chain =
        [
            .. Enumerable.Range(0, 30).SelectMany(i => (Filling[])[
                new(i, [new(i, 0)], 0), new(i, [new(i + 1, 0)], 0)]),
        ];

        Assert.Equal(4_052_739_537_881, GroupSum.Of(new(chain, 0))!.Count);
    }

    [Fact]
    public void What_cannot_be_summed_is_said_to_be_too_large()
    {
        var random = new Random(5);
        var fillings = from family in Enumerable.Range(0, 40)
                       from child in Enumerable.Range(0, 40)
                       select new Filling(family, [new(child, 0)], random.NextDouble());

        Assert.Null(GroupSum.Of(new([.. fillings], 0)));
    }
}
