using Homeward.Genetics.Markers;
using Homeward.Genetics.Profiles;

namespace Homeward.Tests.Profiles;

public sealed class ControlDnaTests
{
    // The makers' certificates of 2800M and 9947A; each list has been printed in every kit's manual.
    [Theory]
    [InlineData("2800M", "TH01", "6/9.3")]
    [InlineData("2800M", "D3S1358", "17/18")]
    [InlineData("2800M", "Penta E", "7/14")]
    [InlineData("2800M", "AMEL", "X/Y")]
    [InlineData("2800M", "D13S317", "9/11")]
    [InlineData("9947A", "TH01", "8/9.3")]
    [InlineData("9947A", "D21S11", "30/30")]
    [InlineData("9947A", "AMEL", "X/X")]
    [InlineData("007", "TH01", "7/9.3")]
    public void A_control_has_the_alleles_of_its_certificate(string control, string marker, string genotype) =>
        Assert.Equal(genotype, ControlDna.Find(control)?.Genotypes[marker].ToString());

    [Theory]
    [InlineData("9948", "CSF1PO", "10/11/12")]
    [InlineData("K562", "D21S11", "29/30/31")]
    public void Three_alleles_are_kept_and_not_used(string control, string marker, string alleles)
    {
        var profile = ControlDna.Find(control)!;
        Assert.Equal(alleles, profile.Unused[marker]);
        Assert.DoesNotContain(marker, profile.Genotypes.Keys);
    }

    [Fact]
    public void Every_marker_has_its_one_name_and_women_have_no_Y() =>
        Assert.All(ControlDna.All, profile =>
        {
            Assert.All(profile.Genotypes.Keys, it => Assert.Equal(it, MarkerCatalogue.Find(it)?.Name));
            var isFemale = profile.Genotypes.TryGetValue("AMEL", out var sex) && sex.IsHomozygous;
            Assert.False(isFemale && profile.Genotypes.Keys.Any(it => MarkerCatalogue.Find(it)!.Kind == MarkerKind.Y));
        });

    [Fact]
    public void There_are_eight_controls() => Assert.Equal(8, ControlDna.All.Count);
}
