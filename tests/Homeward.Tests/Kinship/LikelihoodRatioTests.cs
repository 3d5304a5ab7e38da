using Homeward.Genetics.Kinship;

namespace Homeward.Tests.Kinship;

public sealed class LikelihoodRatioTests
{
    const double Zero = double.NegativeInfinity;                 // log10 of it

    [Fact]
    public void Nothing_over_something_is_an_exclusion()
    {
        var ratio = new LikelihoodRatio(Zero, -3);
        Assert.True(ratio.IsExclusion && !ratio.IsUndefined);
        Assert.Equal(double.NegativeInfinity, ratio.Log10);
    }

    [Fact]
    public void Something_over_nothing_is_infinite()
    {
        var ratio = new LikelihoodRatio(-3, Zero);
        Assert.False(ratio.IsExclusion || ratio.IsUndefined);
        Assert.Equal(double.PositiveInfinity, ratio.Log10);
    }

    [Fact]
    public void Nothing_over_nothing_says_nothing()
    {
        var ratio = new LikelihoodRatio(Zero, Zero);
        Assert.True(ratio.IsUndefined && !ratio.IsExclusion);
        Assert.Equal(double.NaN, ratio.Log10);
    }

    [Fact]
    public void Markers_multiply()
    {
        var total = LikelihoodRatio.OfUnlinked([new(-2, -3), new(-1, -0.5), new(0, 0)]);
        Assert.Equal(new LikelihoodRatio(-3, -3.5), total);
        Assert.Equal(0.5, total.Log10);
    }

    [Fact]
    public void A_thousand_markers_do_not_underflow() =>
        Assert.Equal(1000, LikelihoodRatio.OfUnlinked(Enumerable.Repeat(new LikelihoodRatio(-300, -301), 1000)).Log10);

    [Fact]
    public void An_exclusion_at_one_marker_and_an_impossible_denominator_at_another_stay_apart()
    {
        Assert.True(LikelihoodRatio.OfUnlinked([new(-1, -2), new(Zero, -2)]).IsExclusion);
        Assert.True(LikelihoodRatio.OfUnlinked([new(Zero, -2), new(-1, Zero)]).IsUndefined);
        Assert.Equal(double.PositiveInfinity, LikelihoodRatio.OfUnlinked([new(-1, Zero), new(-4, -2)]).Log10);
    }

    [Fact]
    public void No_markers_are_no_evidence() => Assert.Equal(0, LikelihoodRatio.OfUnlinked([]).Log10);
}
