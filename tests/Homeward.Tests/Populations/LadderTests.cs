using CsCheck;
using Homeward.Genetics.Markers;
using Homeward.Genetics.Populations;

namespace Homeward.Tests.Populations;

public sealed class LadderTests
{
    static readonly Allele A10 = Allele.Repeats(10);
    static readonly Allele A11 = Allele.Repeats(11);
    static readonly Allele A12 = Allele.Repeats(12);
    static readonly Allele A13 = Allele.Repeats(13);

    static readonly Gen<(MarkerFrequencies Marker, Allele[] Seen, MinimumFrequency Floor)> GenCalculation = Gen.Select(
        Gen.Int[1, 400].HashSet[1, 30],
        Gen.Double[1e-6, 1].Array[30],
        Gen.Int[1, 400].Array[0, 8],
        Gen.Int[20, 5000],
        Gen.Double[1e-6, 0.2],
        Gen.Bool,
        (listed, weights, seen, chromosomes, floor, perCount) =>
        {
            var shares = weights.Take(listed.Count).ToList();
            var frequencies = shares.Select(it => it / shares.Sum()).ToList();
            var marker = new MarkerFrequencies("M", [.. listed.Select(Tenths)], frequencies, chromosomes);
            MinimumFrequency rule = perCount ? new MinimumFrequency.FivePerCount() : new MinimumFrequency.Fixed(floor);
            return (marker, seen.Select(Tenths).ToArray(), rule);
        });

    /// <summary>The worked example of docs/math/frequencies.md.</summary>
    [Fact]
    public void A_ladder_is_raised_to_the_floor_completed_and_divided_by_its_sum()
    {
        var marker = new MarkerFrequencies("D1S1656", [A10, A11, A12], [0.002, 0.3, 0.698], chromosomes: 500);
        var ladder = marker.Ladder([A13, A11], new MinimumFrequency.FivePerCount());
        Assert.Equal([A10, A11, A12, A13], ladder.Alleles);
        double[] byHand = [0.01 / 1.018, 0.3 / 1.018, 0.698 / 1.018, 0.01 / 1.018];
        Assert.All(byHand.Zip(ladder.Frequencies), it => Assert.Equal(it.First, it.Second, 1e-15));
    }

    [Fact]
    public void A_fixed_floor_is_the_same_whatever_the_sample()
    {
        var marker = new MarkerFrequencies("TH01", [A10, A11], [0.0005, 0.9995], chromosomes: null);
        var ladder = marker.Ladder([], new MinimumFrequency.Fixed(0.001));
        Assert.Equal(0.001 / 1.0005, ladder.Frequencies[0], 1e-15);
        Assert.Equal(0.9995 / 1.0005, ladder.Frequencies[1], 1e-15);
    }

    [Fact]
    public void A_table_that_needs_no_raising_stays_as_it_is()
    {
        var marker = new MarkerFrequencies("TH01", [A11, A10], [0.75, 0.25], chromosomes: 1000);
        var ladder = marker.Ladder([A10, A10, A11], new MinimumFrequency.FivePerCount());
        Assert.Equal([A10, A11], ladder.Alleles);
        Assert.Equal([0.25, 0.75], ladder.Frequencies);
    }

    [Fact]
    public void A_ladder_sums_to_one_and_ascends() =>
        GenCalculation.Sample(it =>
        {
            var ladder = it.Marker.Ladder(it.Seen, it.Floor);
            return Math.Abs(ladder.Frequencies.Sum() - 1) < 1e-12
                && ladder.Alleles.Zip(ladder.Alleles.Skip(1)).All(pair => pair.First < pair.Second);
        });

    [Fact]
    public void A_ladder_holds_the_listed_and_the_seen_alleles_and_no_others() =>
        GenCalculation.Sample(it =>
            it.Marker.Ladder(it.Seen, it.Floor).Alleles.ToHashSet().SetEquals(it.Marker.Alleles.Concat(it.Seen)));

    [Fact]
    public void No_allele_is_rarer_than_the_floor_before_the_division() =>
        GenCalculation.Sample(it =>
        {
            var (ladder, floor) = (it.Marker.Ladder(it.Seen, it.Floor), it.Floor.For(it.Marker));
            var sum = ladder.Alleles.Sum(allele => Math.Max(floor, Published(it.Marker, allele)));
            return ladder.Alleles.Zip(ladder.Frequencies)
                .All(pair => Math.Abs(pair.Second * sum - Math.Max(floor, Published(it.Marker, pair.First))) < 1e-12);
        });

    [Fact]
    public void The_order_and_number_of_readings_change_nothing() =>
        GenCalculation.Sample(it =>
        {
            var once = it.Marker.Ladder(it.Seen.Distinct(), it.Floor);
            var again = it.Marker.Ladder(it.Seen.Concat(it.Seen).Reverse(), it.Floor);
            return once.Alleles.SequenceEqual(again.Alleles) && once.Frequencies.SequenceEqual(again.Frequencies);
        });

    [Fact]
    public void The_alleles_of_a_table_are_put_in_order() =>
        GenCalculation.Sample(it => it.Marker.Alleles.SequenceEqual(it.Marker.Alleles.Order()));

    static Allele Tenths(int tenths) => Allele.Repeats(tenths / 10, tenths % 10);

    static double Published(MarkerFrequencies marker, Allele allele)
    {
        for (var i = 0; i < marker.Alleles.Count; i++)
            if (marker.Alleles[i] == allele) return marker.Frequencies[i];
        return 0;
    }
}
