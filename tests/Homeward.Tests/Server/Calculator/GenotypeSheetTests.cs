using Homeward.Genetics.Markers;
using Homeward.Genetics.Profiles;
using Homeward.Server.Features.Calculator;

namespace Homeward.Tests.Server.Calculator;

public sealed class GenotypeSheetTests
{
    static readonly string[] Members = ["missing", "father", "mother"];

    static Genotype Of(string low, string high)
    {
        Assert.True(Allele.TryParse(low, out var a));
        Assert.True(Allele.TryParse(high, out var b));
        return new(a, b);
    }

    [Theory]
    [InlineData("marker\tchild\tfather\tmother\nPenta E\t9/9.3\t9\t9.3/14")]
    [InlineData("marker child father mother\nPenta E 9/9.3 9 9.3/14")]
    [InlineData("Locus; CHILD; Father; mother\r\nPenta_E; 9.3/9; 9/9; 14/9.3\r\n")]
    [InlineData(",missing,father,mother\n\nPentaE,9|9.3,9,9.3-14")]
    public void A_sheet_is_read_with_any_separator_and_any_spelling(string text)
    {
        var sheet = GenotypeSheet.Read(text, Members);

        Assert.Empty(sheet.Problems);
        Assert.Equal(Of("9", "9.3"), sheet.ProfileOf("missing")!.Genotypes["Penta E"]);
        Assert.Equal(Of("9", "9"), sheet.ProfileOf("father")!.Genotypes["Penta E"]);
        Assert.Equal(Of("9.3", "14"), sheet.ProfileOf("mother")!.Genotypes["Penta E"]);
    }

    [Fact]
    public void What_is_not_typed_is_absent_and_amelogenin_is_passed_over()
    {
        var sheet = GenotypeSheet.Read(
            "m child father mother\nAMEL X/Y X/Y X/X\nTH01 9/9 - 7/9\nTPOX 8 8/12 ?", Members);

        Assert.Empty(sheet.Problems);
        Assert.Equal(["TH01", "TPOX"], sheet.ProfileOf("missing")!.Genotypes.Keys);
        Assert.Equal(["TPOX"], sheet.ProfileOf("father")!.Genotypes.Keys);
        Assert.Equal(["TH01"], sheet.ProfileOf("mother")!.Genotypes.Keys);
    }

    [Theory]
    [InlineData("", "0 empty")]
    [InlineData("marker child father aunt\nTH01 9 9 9", "1 member aunt")]
    [InlineData("marker child father father\nTH01 9 9 9", "1 member-twice father")]
    [InlineData("marker child father mother\nTH99 9 9 9",
        "2 marker TH99; 0 nobody missing; 0 nobody father; 0 nobody mother")]
    [InlineData("marker child father mother\nTH01 9 x/9 9/9/9\nthO1 9 9 9",
        "2 genotype father; 2 genotype mother; 3 marker-twice TH01")]
    [InlineData("marker child father mother\nTH01 9 9", "0 nobody mother")]
    [InlineData("marker,child,father,mother\nTH01,9,9,9,9", "2 cells ")]
    public void Everything_that_is_wrong_is_told_with_its_line_and_without_a_genotype(string text, string expected) =>
        Assert.Equal(
            expected.TrimEnd(),
            string.Join("; ", GenotypeSheet.Read(text, Members).Problems.Select(it =>
                $"{it.Line} {it.What} {it.Subject}".TrimEnd())));
}
