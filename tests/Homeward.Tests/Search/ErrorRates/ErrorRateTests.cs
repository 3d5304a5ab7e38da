using Homeward.Genetics.Kinship;
using Homeward.Search.ErrorRates;
using Homeward.Tests.Kinship;

namespace Homeward.Tests.Search.ErrorRates;

public sealed class ErrorRateTests
{
    static readonly string[] Markers = ["M1", "M2", "M3", "M4"];
    static readonly double[] P = [0.1, 0.5, 0.4];

    static MarkerLadders Ladders(double theta, bool mutates) => MadeUpKinship.Ladders(
        [.. Markers.Select(it => MadeUpKinship.Marker(it, "12 0.1, 13 0.5, 14 0.4"))],
        mutates ? MadeUpKinship.Steps : null, theta);

    static StudiedFamily Family(string name) => StudiedFamily.All.Single(it => it.Name == name);

    [Theory]
    [InlineData(0.5)]
    [InlineData(1.0)]
    [InlineData(1.5)]
    public void Rates_of_one_parent_are_those_of_summing_over_all_genotypes(double limit)
    {
        var pairs = DrawnPairs.Draw(Family("one-parent"), Markers, Ladders(0, mutates: false), 100_000, seed: 3);

        var (hits, ofUnrelated) = OfAllGenotypes(limit);
        var (found, foundFalse) = (
            new HitRates(pairs.Totals(Markers)).At(limit), FalseRate.Of(pairs, Markers, limit, seed: 3));

        AssertInside(hits, found);
        AssertInside(ofUnrelated, foundFalse);
        // Tight enough to be worth something.
        Assert.InRange((foundFalse.High - foundFalse.Low) / foundFalse.Value, 0, 0.2);
    }

    /// <summary>Shares of true and of unrelated pairs whose log10 LR reaches the limit, over four markers.</summary>
    static (double True, double Unrelated) OfAllGenotypes(double limit)
    {
        var ofMarker = (
            from a in Enumerable.Range(0, 3)
            from b in Enumerable.Range(0, 3)
            from c in Enumerable.Range(0, 3)
            from d in Enumerable.Range(0, 3)
            let unrelated = P[a] * P[b] * P[c] * P[d]
            // The child c/d, c from the parent a/b; or d from the parent.
            let ratio = (Passes(a, b, c) / P[c] + Passes(a, b, d) / P[d]) / 2
            select (Ratio: ratio, Unrelated: unrelated)).ToArray();
        // By ratio: the same few values again and again.
        var values = ofMarker.GroupBy(it => Math.Round(it.Ratio, 9))
            .Select(it => (Ratio: it.Key, Unrelated: it.Sum(x => x.Unrelated))).ToArray();
        var (ofTrue, ofUnrelated) = (0.0, 0.0);
        foreach (var i in values)
            foreach (var j in values)
                foreach (var k in values)
                    foreach (var l in values)
                    {
                        var ratio = i.Ratio * j.Ratio * k.Ratio * l.Ratio;
                        if (!(Math.Log10(ratio) >= limit)) continue;
                        var unrelated = i.Unrelated * j.Unrelated * k.Unrelated * l.Unrelated;
                        (ofTrue, ofUnrelated) = (ofTrue + unrelated * ratio, ofUnrelated + unrelated);
                    }
        return (ofTrue, ofUnrelated);

        static double Passes(int a, int b, int child) => (a == child ? 0.5 : 0) + (b == child ? 0.5 : 0);
    }

    /// <summary>Within twice the 95 % interval: one false alarm in ten thousand, and the seed is fixed.</summary>
    static void AssertInside(double expected, Estimate found) => Assert.InRange(
        expected, found.Value - 2 * (found.Value - found.Low), found.Value + 2 * (found.High - found.Value));

    [Theory]
    [InlineData("both-parents")]
    [InlineData("two-siblings")]
    [InlineData("grandmother-uncle")]
    public void With_theta_and_mutation_the_weighed_pairs_count_what_drawing_unrelated_ones_counts(string type)
    {
        var pairs = DrawnPairs.Draw(Family(type), Markers, Ladders(0.03, mutates: true), 20_000, seed: 5);
        foreach (var limit in (double[])[-0.2, 0.1, 0.4])
        {
            var unrelated = Enumerable.Range(0, pairs.Count).Count(pair =>
                Markers.Sum(marker => pairs.Log10Of(marker, pair, isTrue: false)) >= limit);
            var (plain, weighed) = (
                Estimate.OfShare(unrelated, pairs.Count), FalseRate.Of(pairs, Markers, limit, seed: 5));
            var spread = (plain.High - plain.Low) + (weighed.High - weighed.Low);
            Assert.InRange(weighed.Value, plain.Value - spread, plain.Value + spread);
        }
    }

    [Fact]
    public void Neither_threads_nor_other_markers_change_a_draw()
    {
        var alone = DrawnPairs.Draw(Family("one-parent"), ["M3"], Ladders(0.01, mutates: true), 2000, seed: 9);
        var among = DrawnPairs.Draw(Family("one-parent"), Markers, Ladders(0.01, mutates: true), 2000, seed: 9);

        Assert.Equal(alone.Totals(["M3"]), among.Totals(["M3"]));
    }

    [Fact]
    public void Strong_is_lost_where_an_unrelated_family_comes_too_near()
    {
        // 1,000 true pairs at 10^10 and 1,000 at 10^7: unrelated pairs reach 10^6 with (10^-10 + 10^-7)/2 each.
        var hits = new HitRates([.. Enumerable.Repeat(7.0, 1000), .. Enumerable.Repeat(10.0, 1000)]);

        Assert.Equal(0.5, hits.StrongAt(10, margin: 4, families: 0).Value, 12);
        Assert.Equal(
            0.5 * Math.Exp(-1e7 * (1e-10 + 1e-7) / 2), hits.StrongAt(10, margin: 4, families: 1e7).Value, 12);
    }

    [Fact]
    public void The_interval_of_a_share_is_Wilsons()
    {
        // 10 of 100: 0.0552 to 0.1744 (Newcombe, Statistics in Medicine 17, 1998, gives the method).
        var share = Estimate.OfShare(10, 100);

        Assert.Equal((0.1, 0.0552, 0.1744), (share.Value, Math.Round(share.Low, 4), Math.Round(share.High, 4)));
    }
}
