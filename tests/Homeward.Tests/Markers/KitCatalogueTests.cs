using Homeward.Genetics.Markers;

namespace Homeward.Tests.Markers;

public sealed class KitCatalogueTests
{
    [Fact]
    public void Every_marker_of_every_kit_is_in_the_catalogue_under_its_one_name() =>
        Assert.All(
            KitCatalogue.All.SelectMany(it => it.Markers), it => Assert.Equal(it, MarkerCatalogue.Find(it)?.Name));

    [Fact]
    public void No_kit_has_a_marker_twice() =>
        Assert.All(KitCatalogue.All, kit => Assert.Distinct(kit.Markers));

    // Counts from the makers' descriptions: autosomal STRs, then sex markers (AMEL, Y-indel, DYS391 and the like).
    [Theory]
    [InlineData("GlobalFiler", 21, 3)]
    [InlineData("PowerPlex 21", 20, 1)]
    [InlineData("PowerPlex Fusion", 22, 2)]
    [InlineData("PowerPlex Fusion 6C", 23, 4)]
    [InlineData("Identifiler Plus", 15, 1)]
    [InlineData("VeriFiler Plus", 23, 2)]
    [InlineData("Goldeneye 20A", 19, 1)]
    [InlineData("Investigator 24plex QS", 21, 2)]
    [InlineData("CODIS 20", 20, 0)]
    [InlineData("CODIS 13", 13, 0)]
    [InlineData("ESS 12", 12, 0)]
    public void A_kit_has_as_many_markers_as_its_maker_says(string name, int autosomal, int sex)
    {
        var kit = KitCatalogue.Find(name);
        Assert.NotNull(kit);
        var count = kit.Markers.Count(it => MarkerCatalogue.Find(it)!.Kind == MarkerKind.Autosomal);
        Assert.Equal((autosomal, sex), (count, kit.Markers.Count - count));
    }

    [Theory]
    [InlineData("global filer")]
    [InlineData("GLOBALFILER")]
    public void A_kit_is_found_whatever_its_spelling(string name) =>
        Assert.Equal("GlobalFiler", KitCatalogue.Find(name)?.Name);

    [Fact]
    public void The_extended_CODIS_set_holds_the_first_one() =>
        Assert.Empty(KitCatalogue.Find("CODIS 13")!.Markers.Except(KitCatalogue.Find("CODIS 20")!.Markers));
}
