using Homeward.Genetics.Simulation;

namespace Homeward.Tests.Simulation;

public sealed class SeededRandomTests
{
    /// <remarks>The reference implementation of SplitMix64 (S. Vigna, public domain), seed 1234567.</remarks>
    [Fact]
    public void The_sequence_is_that_of_the_reference_implementation()
    {
        var random = new SeededRandom(1234567);

        Assert.Equal(
            [
                6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431,
                16408922859458223821,
            ],
            Enumerable.Range(0, 5).Select(_ => random.NextBits()));
    }

    [Fact]
    public void Whole_numbers_below_ten_are_equally_likely()
    {
        var random = new SeededRandom(1);
        var counts = new double[10];
        for (var i = 0; i < 100_000; i++) counts[random.NextBelow(10)]++;

        ChiSquare.Fits(counts, [.. Enumerable.Repeat(0.1, 10)]);
    }

    [Fact]
    public void A_shuffle_keeps_every_item_and_every_order_is_equally_likely()
    {
        var random = new SeededRandom(2);
        var counts = new Dictionary<string, double>();
        for (var i = 0; i < 60_000; i++)
        {
            var items = "abc".ToCharArray();
            random.Shuffle<char>(items);
            var order = new string(items);
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }

        Assert.All(counts.Keys, it => Assert.Equal("abc", string.Concat(it.Order())));
        ChiSquare.Fits([.. counts.Values], [.. Enumerable.Repeat(1.0 / 6, 6)]);
    }
}
