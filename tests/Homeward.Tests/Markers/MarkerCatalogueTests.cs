using Homeward.Genetics.Markers;

namespace Homeward.Tests.Markers;

public sealed class MarkerCatalogueTests
{
    [Theory]
    [InlineData("VWA", "vWA")]
    [InlineData("vwa31/A", "vWA")]
    [InlineData("THO1", "TH01")]
    [InlineData("tp0x", "TPOX")]
    [InlineData("Penta_E", "Penta E")]
    [InlineData("PENTAE", "Penta E")]
    [InlineData("Penta.D", "Penta D")]
    [InlineData(" D19S433 ", "D19S433")]
    [InlineData("D3-S1358", "D3S1358")]
    [InlineData("DYS389 I", "DYS389I")]
    [InlineData("DYS389 II", "DYS389II")]
    [InlineData("DYS385a/b", "DYS385")]
    [InlineData("YGATAH4", "Y-GATA-H4")]
    [InlineData("Y_GATA_H4", "Y-GATA-H4")]
    [InlineData("Yindel", "Y-indel")]
    [InlineData("Amelogenin", "AMEL")]
    [InlineData("AMELX", "AMEL")]
    [InlineData("amel", "AMEL")]
    [InlineData("ACTBP2", "SE33")]
    [InlineData("FES/FPS", "FESFPS")]
    public void Every_spelling_leads_to_one_name(string spelling, string canonical) =>
        Assert.Equal(canonical, MarkerCatalogue.Canonical(spelling));

    [Theory]
    [InlineData(" my locus ", "my locus")]
    [InlineData("D99S1", "D99S1")]
    [InlineData("", "")]
    public void An_unknown_name_is_only_trimmed(string name, string expected)
    {
        Assert.Null(MarkerCatalogue.Find(name));
        Assert.Equal(expected, MarkerCatalogue.Canonical(name));
    }

    [Theory]
    [InlineData("D21S11", MarkerKind.Autosomal, "21")]
    [InlineData("DXS10135", MarkerKind.X, "X")]
    [InlineData("HPRTB", MarkerKind.X, "X")]
    [InlineData("DYS391", MarkerKind.Y, "Y")]
    [InlineData("Y-indel", MarkerKind.Y, "Y")]
    [InlineData("AMEL", MarkerKind.Amelogenin, null)]
    public void A_marker_knows_how_it_is_inherited(string name, MarkerKind kind, string? chromosome)
    {
        var marker = MarkerCatalogue.Find(name);
        Assert.NotNull(marker);
        Assert.Equal((kind, chromosome), (marker.Kind, marker.Chromosome));
    }

    [Fact]
    public void The_chromosome_agrees_with_the_number_in_the_name() =>
        Assert.All(
            MarkerCatalogue.All.Where(it => it.Name[0] == 'D' && char.IsAsciiDigit(it.Name[1])),
            it => Assert.Equal(it.Chromosome, string.Concat(it.Name.Skip(1).TakeWhile(char.IsAsciiDigit))));

    // Penta D and Penta E repeat five bases, D22S1045 three, the other CODIS markers four.
    [Theory]
    [InlineData("Penta D", 5)]
    [InlineData("Penta E", 5)]
    [InlineData("D22S1045", 3)]
    [InlineData("TH01", 4)]
    [InlineData("SE33", 4)]
    public void The_period_is_that_of_the_motif(string name, int bases) =>
        Assert.Equal(bases, MarkerCatalogue.Find(name)?.PeriodBases);
}
