using Homeward.Cli.Output;

namespace Homeward.Tests.Cli;

public sealed class PlainWordsTests
{
    [Theory]
    [InlineData(0, "equally likely")]
    [InlineData(0.30103, "2 times likelier")]
    [InlineData(-1.60206, "40 times less likely")]
    [InlineData(3.361728, "2,300 times likelier")]
    [InlineData(9.361728, "2.3 billion times likelier")]
    [InlineData(10.361728, "23 billion times likelier")]
    [InlineData(-13.361728, "23 trillion times less likely")]
    [InlineData(22.612784, "4.1 × 10^22 times likelier")]
    [InlineData(21.9999, "1 × 10^22 times likelier")]
    [InlineData(double.NegativeInfinity, "impossible")]
    [InlineData(double.PositiveInfinity, "the only possibility")]
    [InlineData(double.NaN, "impossible either way")]
    public void A_likelihood_ratio_is_said_in_words(double log10, string words) =>
        Assert.Equal(words, PlainWords.Times(log10));

    [Theory]
    [InlineData(0, "50 %")]
    [InlineData(1, "90.9 %")]
    [InlineData(9.361728, "all but 1 in 2.3 billion")]
    [InlineData(-6, "1 in 1 million")]
    [InlineData(double.NegativeInfinity, "impossible")]
    public void A_probability_near_its_end_is_said_by_what_is_left(double log10Odds, string words) =>
        Assert.Equal(words, PlainWords.Probability(log10Odds));
}
