using CsCheck;
using Homeward.Genetics.Profiles;
using Homeward.Search.Index;

namespace Homeward.Tests.Search.Index;

public sealed class ProfileIndexTests
{
    [Fact]
    public void Every_profile_comes_back_as_it_went_in_whatever_its_kit() =>
        Gen.Select(MadeUpSearch.Gen, Gen.Int[1, 1100]).Sample((search, count) =>
        {
            var book = search.Book();
            var profiles = Enumerable.Range(0, count).Select(i => search.Profile(book, $"P{i}")).ToArray();
            using var index = new ProfileIndex(book);
            foreach (var profile in profiles) index.Append(profile);
            return profiles.All(it => Same(it, index.ProfileAt(index.SlotOf(it.Id))));
        }, iter: 50);

    [Fact]
    public void A_removed_profile_leaves_no_code_no_id_and_no_reading_behind()
    {
        var search = new MadeUpSearch(20, 3);
        var book = search.Book();
        using var index = new ProfileIndex(book);
        for (var i = 0; i < 700; i++) index.Append(search.Profile(book, $"P{i}"));
        for (var i = 0; i < 700; i += 2) Assert.True(index.Remove($"P{i}"));

        Assert.False(index.Remove("P0"));
        Assert.Equal((700, 350), (index.SlotCount, index.ProfileCount));
        for (var slot = 0; slot < 700; slot += 2)
        {
            Assert.False(index.IsOccupied(slot));
            Assert.Equal(-1, index.SlotOf($"P{slot}"));
            for (var column = 0; column < 20; column++) Assert.Null(index.GenotypeAt(slot, column));
        }
        Assert.All(index.SharedGenotypes.Keys, it => Assert.True(index.IsOccupied(it.Slot)));
        Assert.All(index.DropOuts.Keys, it => Assert.True(index.IsOccupied(it)));
    }

    [Fact]
    public void A_slot_is_never_given_to_another_profile()
    {
        var search = new MadeUpSearch(5, 3);
        var book = search.Book();
        using var index = new ProfileIndex(book);
        index.Append(search.Profile(book, "A"));
        index.Remove("A");
        Assert.Equal(1, index.Append(search.Profile(book, "A")));
    }

    [Fact]
    public void A_homozygote_of_a_sample_with_drop_out_may_be_anything_with_that_allele()
    {
        var search = new MadeUpSearch(1, 3);
        var book = search.Book();
        var homozygote = book.Markers[0].Genotypes.First(it => it.IsHomozygous);
        using var index = new ProfileIndex(book);
        index.Append(new("clean", One(homozygote)));
        index.Append(new("poor", One(homozygote)) { DropOut = 0.05 });
        Assert.NotEqual(MarkerCodes.Shared, index.CodeAt(0, 0));
        Assert.Equal(MarkerCodes.Shared, index.CodeAt(1, 0));

        Dictionary<string, Genotype> One(Genotype genotype) => new() { [book.Markers[0].Marker] = genotype };
    }

    internal static bool Same(Profile a, Profile b) =>
        a.Id == b.Id && a.DropOut.Equals(b.DropOut)
        && a.Genotypes.OrderBy(it => it.Key, StringComparer.Ordinal)
            .SequenceEqual(b.Genotypes.OrderBy(it => it.Key, StringComparer.Ordinal));
}
