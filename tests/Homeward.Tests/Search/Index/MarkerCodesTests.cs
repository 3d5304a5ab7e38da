using CsCheck;
using Homeward.Genetics.Markers;
using Homeward.Genetics.Profiles;
using Homeward.Search.Index;

namespace Homeward.Tests.Search.Index;

public sealed class MarkerCodesTests
{
    static readonly Allele Nine = Allele.Repeats(9);
    static readonly Allele NineThree = Allele.Repeats(9, 3);
    static readonly Allele Ten = Allele.Repeats(10);

    /// <summary>p = 0.5, 0.3, 0.2: 9/9.3 is 0.30, 9/9 0.25, 9/10 0.20, 9.3/10 0.12, 9.3/9.3 0.09, 10/10 0.04.</summary>
    [Fact]
    public void Genotypes_are_coded_from_the_commonest_on()
    {
        var codes = new MarkerCodes("TH01", [Nine, NineThree, Ten], [0.5, 0.3, 0.2]);
        Assert.Equal("9/9.3 9/9 9/10 9.3/10 9.3/9.3 10/10", string.Join(' ', codes.Genotypes));
        Assert.Equal(
            [0.30, 0.25, 0.20, 0.12, 0.09, 0.04],
            codes.Frequencies[..6].ToArray().Select(it => Math.Round(it, 9)));
    }

    [Fact]
    public void Equally_common_genotypes_are_coded_in_the_order_of_their_alleles_however_the_ladder_is_listed() =>
        Gen.Shuffle(Enumerable.Range(5, 8).ToArray()).Sample(order =>
        {
            var ladder = order.Select(it => Allele.Repeats(it)).ToArray();
            var codes = new MarkerCodes("M", ladder, [.. order.Select(_ => 1 / 8d)]);
            var sorted = codes.Genotypes.OrderBy(it => it.IsHomozygous).ThenBy(it => it.Low).ThenBy(it => it.High);
            return codes.Genotypes.SequenceEqual(sorted);
        });

    [Fact]
    public void A_long_ladder_keeps_its_126_commonest_and_the_rest_share_a_code()
    {
        var ladder = Enumerable.Range(5, 30).Select(it => Allele.Repeats(it)).ToArray();
        var codes = new MarkerCodes("SE33", ladder, [.. ladder.Select(_ => 1 / 30d)]);
        Assert.Equal(126, codes.Genotypes.Count);
        Assert.Equal(1, codes.Frequencies.ToArray().Sum(), 12);
        var all = ladder.SelectMany(a => ladder.Where(b => a <= b).Select(b => new Genotype(a, b)));
        Assert.Equal(30 * 31 / 2 - 126, all.Count(it => codes.CodeOf(it) == MarkerCodes.Shared));
    }

    [Fact]
    public void One_allele_known_and_alleles_outside_the_ladder_share_a_code()
    {
        var codes = new MarkerCodes("TH01", [Nine, Ten], [0.5, 0.5]);
        Assert.Equal(MarkerCodes.Shared, codes.CodeOf(Genotype.OneKnown(Nine)));
        Assert.Equal(MarkerCodes.Shared, codes.CodeOf(new(Nine, NineThree)));
    }

    [Fact]
    public void A_genotype_with_a_code_comes_back_from_it() =>
        MadeUpSearch.Gen.Sample(it => it.Book().Markers.All(codes =>
            codes.Genotypes.Index().All(coded => codes.CodeOf(coded.Item) == coded.Index)));
}
