using Homeward.Genetics.Markers;
using Homeward.Genetics.Populations;

namespace Homeward.Tests.Populations;

public sealed class MinimumFrequencyTests
{
    static readonly MinimumFrequency FivePerCount = new MinimumFrequency.FivePerCount();

    // 5 / 2016 chromosomes = 0.00248: the floor of TH01 in the Chinese Han table.
    [Fact]
    public void Five_copies_are_the_floor_of_a_counted_marker() =>
        Assert.Equal(5.0 / 2016, FivePerCount.For(PopulationCatalogue.Find("china-han")!.Find("TH01")!));

    [Theory]
    [InlineData("5/2N")]
    [InlineData(" 5/2n ")]
    public void The_rule_by_count_is_read(string text) => Assert.Equal(FivePerCount, MinimumFrequency.From(text).Value);

    [Theory]
    [InlineData("0.001")]
    [InlineData("1e-3")]
    public void A_fixed_floor_is_read(string text) =>
        Assert.Equal(new MinimumFrequency.Fixed(0.001), MinimumFrequency.From(text).Value);

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("-0.1")]
    [InlineData("NaN")]
    [InlineData("0,001")]
    [InlineData("5/N")]
    [InlineData("")]
    public void What_is_no_floor_is_refused(string text) =>
        Assert.Equal(
            ["minimum frequency: is neither 5/2N nor a number above 0 and below 1"],
            MinimumFrequency.From(text).Problems.Select(it => it.ToString()));

    [Fact]
    public void A_table_without_sample_sizes_asks_for_a_fixed_floor_and_names_its_own()
    {
        var norway = PopulationCatalogue.Find("norway")!;
        Assert.Equal(
            [
                "norway: does not state the number of chromosomes, which the floor 5/2N needs; give a fixed minimum " +
                "frequency (0.001 is the table's own minimum)",
            ],
            norway.Refusals(FivePerCount).Select(it => it.ToString()));
        Assert.Empty(norway.Refusals(new MinimumFrequency.Fixed(0.001)));
    }

    [Fact]
    public void The_markers_that_lack_a_sample_size_are_named()
    {
        Allele[] one = [Allele.Repeats(9)];
        MarkerFrequencies[] markers =
            [new("TH01", one, [1.0], null), new("TPOX", one, [1.0], 100), new("FGA", one, [1.0], null)];
        var mine = new AlleleFrequencies("mine", "", markers);
        Assert.Equal(
            [
                "mine: does not state the number of chromosomes of TH01, FGA, which the floor 5/2N needs; give a " +
                "fixed minimum frequency",
            ],
            mine.Refusals(FivePerCount).Select(it => it.ToString()));
    }

    [Fact]
    public void The_tables_that_come_with_Homeward_and_count_take_the_floor_by_count() =>
        Assert.All(
            PopulationCatalogue.All.Where(it => it.StatedMinimum is null),
            it => Assert.Empty(it.Refusals(FivePerCount)));
}
