using Homeward.Cli.Commands.Demonstration.Nation;

namespace Homeward.Tests.Cli;

/// <summary>A whole nation's past as it is planned, without the minutes that it takes to make it.</summary>
public sealed class NationPlanTests
{
    const int Families = 19_800;

    static readonly NationPlan Plan = NationPlan.Of(Families, seed: 2011);
    static readonly IReadOnlyList<NationPlan.Part> Parts = Plan.Parts();

    static IEnumerable<NationPlan.Quarter> Quarters => Parts.OfType<NationPlan.Quarter>();

    /// <summary>The article's totals, less what July brings: two cases, one ring of A and three of B, 8 and 81
    /// children.</summary>
    [Fact]
    public void All_parts_together_are_the_totals_of_the_article_less_what_July_brings()
    {
        Assert.Equal(39_023, Quarters.Sum(it => it.Cases.Count));
        Assert.Equal(4_881, Quarters.Sum(it => it.Rings.Count));
        Assert.Equal(14_511, Quarters.Sum(it => it.Children.Count));
        Assert.Equal(24_800, Quarters.Sum(it => it.Women.Count));
        Assert.Equal(Families, Parts.OfType<NationPlan.Searching>().Sum(it => it.Families.Count));
    }

    [Fact]
    public void Everybody_has_a_number_of_his_own_without_a_gap()
    {
        foreach (var runs in new Func<NationPlan.Quarter, NationPlan.Run>[]
            { it => it.Cases, it => it.Rings, it => it.Children, it => it.Women })
        {
            var next = 0;
            foreach (var run in Quarters.Select(runs).OrderBy(it => it.First).ThenBy(it => it.Count))
            {
                Assert.Equal(next, run.First);
                next += run.Count;
            }
        }
        Assert.Equal(Parts.Count, Parts.Select(it => it.Key).Distinct().Count());
    }

    /// <summary>31 provinces in nine quarters; more in the last quarter than in the first, and more in Guangdong
    /// than in Xizang.</summary>
    [Fact]
    public void It_is_spread_over_provinces_and_years_and_ends_before_July()
    {
        Assert.Equal(31 * 9, Quarters.Count());
        Assert.Equal(
            (new DateOnly(2009, 4, 1), new DateOnly(2011, 4, 1)),
            (Quarters.Min(it => it.From), Quarters.Max(it => it.From)));
        Assert.True(Parts.Max(it => it.At) < new DateTimeOffset(2011, 7, 1, 9, 0, 0, TimeSpan.FromHours(8)));
        int In(DateOnly from) => Quarters.Where(it => it.From == from).Sum(it => it.Children.Count);
        Assert.True(In(new(2011, 4, 1)) > 1.3 * In(new(2009, 4, 1)));
        var children = Plan.ChildrenByProvince();
        Assert.Equal(31, children.Count);
        Assert.True(children["440000"] > 20 * children["540000"]);
    }

    [Fact]
    public void Another_number_of_families_changes_nothing_else()
    {
        var larger = NationPlan.Of(999_800, seed: 2011).Parts().OfType<NationPlan.Quarter>();

        Assert.Equal(Quarters, larger);
    }
}
