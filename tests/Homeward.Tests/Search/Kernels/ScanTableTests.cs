using CsCheck;
using Homeward.Genetics.Markers;
using Homeward.Search.Index;
using Homeward.Search.Kernels;

namespace Homeward.Tests.Search.Kernels;

public sealed class ScanTableTests
{
    /// <summary>The threshold is put on, just under and just over totals that are there.</summary>
    static readonly Gen<(MadeUpSearch Search, int Slots, int Beside, double Nudge)> GenEdges = Gen.Select(
        MadeUpSearch.Gen, Gen.Int[1, 40], Gen.Int[0, 39], Gen.OneOf(0, 1e-12, -1e-12, 0.3, -0.3));

    [Fact]
    public void A_profile_at_or_over_the_threshold_is_never_lost() =>
        GenEdges.Sample(it => LostAmong(it, (table, codes) => Sum(table, codes)) == 0);

    [Fact]
    public void Rounding_deficits_up_instead_of_down_would_lose_profiles()
    {
        var lost = 0;
        GenEdges.Sample(it => Interlocked.Add(ref lost, LostAmong(it, (table, codes) => SumRoundedUp(table, codes))));
        Assert.True(lost > 0);
    }

    [Fact]
    public void A_family_whose_best_total_is_below_the_threshold_cannot_reach_it()
    {
        var book = OneMarker();
        var scores = Scores(best: 3);
        Assert.False(ScanTable.Of(book, scores, 3.001).CanReach);
        Assert.True(ScanTable.Of(book, scores, 3).CanReach);
        Assert.Equal(3, ScanTable.Of(book, scores, 3.001).BestLog10);
    }

    /// <summary>Best 3, threshold 1: 2 units are 254 steps, so 0.5 below the best is 63.5 steps.</summary>
    [Theory]
    [InlineData(3, 0)]
    [InlineData(2.5, 63)]
    [InlineData(1, 253)]             // 254 less the guard
    [InlineData(0.99, 255)]
    [InlineData(-40, 255)]
    [InlineData(double.NegativeInfinity, 255)]
    public void A_deficit_is_the_distance_from_the_best_in_steps(double score, byte expected)
    {
        var scores = Scores(best: 3);
        scores[1] = score;
        Assert.Equal(expected, ScanTable.Of(OneMarker(), scores, 1).Deficits[1]);
    }

    /// <summary>The worked example of docs/math/scan.md, by hand: codes 0, 1 and 2 of markers A and B.</summary>
    [Theory]
    [InlineData(1, 0, 203)]
    [InlineData(0, 1, 237)]
    [InlineData(MarkerCodes.NotTyped, 0, 253)]
    [InlineData(1, 1, 440)]
    [InlineData(0, 2, 255)]
    [InlineData(MarkerCodes.NotTyped, MarkerCodes.NotTyped, 422)]
    public void The_worked_example_adds_up(byte a, byte b, int expected)
    {
        Allele[] alleles = [Allele.Repeats(9), Allele.Repeats(10)];
        var book = new CodeBook([new("A", alleles, [0.5, 0.5]), new("B", alleles, [0.5, 0.5])]);
        var scores = new double[2 * MarkerCodes.Count];
        ((double[])[1.5, 0.3, -2.9]).CopyTo(scores, 0);
        ((double[])[1.0, -0.4, double.NegativeInfinity]).CopyTo(scores, MarkerCodes.Count);
        Assert.Equal(expected, Sum(ScanTable.Of(book, scores, threshold: 1), [a, b]));
    }

    [Fact]
    public void Markers_at_which_nothing_falls_short_are_not_scanned() =>
        Assert.Empty(ScanTable.Of(OneMarker(), new double[MarkerCodes.Count], -1).Columns);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_score_that_is_no_number_is_a_fault_of_ours(double score)
    {
        var scores = Scores(best: 3);
        scores[1] = score;
        Assert.Throws<InvalidOperationException>(() => ScanTable.Of(OneMarker(), scores, 1));
    }

    static int LostAmong(
        (MadeUpSearch Search, int Slots, int Beside, double Nudge) it,
        Func<ScanTable, byte[], int> sum)
    {
        var book = it.Search.Book();
        using var index = it.Search.Index(book, it.Slots);
        var scores = it.Search.Scores();
        var totals = Enumerable.Range(0, it.Slots).Select(slot => MadeUpSearch.Total(index, slot, scores)).ToArray();
        var edge = totals[it.Beside % it.Slots];
        var threshold = double.IsFinite(edge) ? edge + it.Nudge : it.Nudge;
        var table = ScanTable.Of(book, scores, threshold);
        return Enumerable.Range(0, it.Slots).Count(slot => totals[slot] >= threshold
            && (!table.CanReach || sum(table, Codes(index, slot)) > ScanTable.Allowed));
    }

    static byte[] Codes(ProfileIndex index, int slot) =>
        [.. Enumerable.Range(0, index.Codes.Markers.Count).Select(m => index.CodeAt(slot, m))];

    static int Sum(ScanTable table, byte[] codes) =>
        table.Columns.Index().Sum(it => table.Deficits[it.Index * MarkerCodes.Count + codes[it.Item]]);

    static int SumRoundedUp(ScanTable table, byte[] codes) => Sum(table, codes) + table.Columns.Length;

    static CodeBook OneMarker() => new([new("M", [Allele.Repeats(9), Allele.Repeats(10)], [0.5, 0.5])]);

    static double[] Scores(double best)
    {
        var scores = new double[MarkerCodes.Count];
        scores[0] = best;
        return scores;
    }
}
