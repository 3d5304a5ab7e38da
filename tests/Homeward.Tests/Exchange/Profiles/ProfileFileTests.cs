using Homeward.Exchange.Profiles;

namespace Homeward.Tests.Exchange.Profiles;

public sealed class ProfileFileTests
{
    [Theory]
    [InlineData("sample,marker,allele1,allele2\nS1,D3S1358,15,16\nS1,TH01,9.3,\n", ProfileFormat.TallTable)]
    [InlineData("SAMPLE;Locus;A1;A2\nS1;D3S1358;15;16\nS1;THO1;9.3;9.3\n", ProfileFormat.TallTable)]
    [InlineData("样品名称,位点,等位基因1,等位基因 2\nS1,D3S1358,15,16\nS1,TH01,9.3,\n", ProfileFormat.TallTable)]
    [InlineData(
        "Sample.File\tSample.Name\tMarker\tDye\tAllele.1\tAllele.2\tSize.1\n"
        + "f\tS1\tD3S1358\tB\t16\t15\t120.5\nf\tS1\tTH01\tB\t9.3\t\t\n",
        ProfileFormat.GeneMapper)]
    [InlineData("sample,D3S1358 1,D3S1358 2,TH01 1,TH01 2\nS1,15,16,9.3,\n", ProfileFormat.WideTable)]
    [InlineData("sample,D3S1358_1,D3S1358_2,THO1_1,THO1_2\nS1,15,16,9.3,9.3\n", ProfileFormat.WideTable)]
    [InlineData(
        "Sample Name\tD3S1358 Allele 1\tD3S1358 Allele 2\tTH01 Allele 1\tTH01 Allele 2\n"
        + "S1\t15\t16\t9.3\t\n", ProfileFormat.WideTable)]
    [InlineData("sample,D3S1358,D3S1358,TH01,TH01\nS1,15,16,9.3,\n", ProfileFormat.WideTable)]
    [InlineData("sample,D3S1358,TH01\nS1,15/16,9.3\n", ProfileFormat.WideTable)]
    [InlineData("sample,D3S1358,TH01\nS1,\"15,16\",9.3/9.3\n", ProfileFormat.WideTable)]
    [InlineData("sample;D3S1358;TH01\nS1;15,16;9.3\n", ProfileFormat.WideTable)]
    [InlineData(
        "Sample Name\tUD1\tMarker\tUD2\tSpecimen Category\tAllele 1\tAllele 2\tAllele 3\tAllele 4\t"
        + "Allele 5\tAllele 6\tAllele 7\tAllele 8\n"
        + "S1\tu\tD3S1358\t\tDAV\t15\t16\t\t\t\t\t\t\nS1\tu\tTH01\t\tDAV\t9.3\t\t\t\t\t\t\t\n",
        ProfileFormat.Genis)]
    public void The_same_profile_is_read_from_every_kind_of_table(string text, ProfileFormat format)
    {
        var file = TestFiles.ProfilesOf(text);
        Assert.Empty(file.Problems.Lines());
        Assert.Empty(file.Warnings.Lines());
        Assert.Equal(format, file.Value!.Format);
        var profile = Assert.Single(file.Value.Profiles);
        Assert.Equal("S1", profile.Id);
        Assert.Equal(
            ["D3S1358 15/16", "TH01 9.3/9.3"],
            profile.Genotypes.Select(it => $"{it.Key} {it.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Two_columns_of_a_marker_with_two_copies_are_one_reading() =>
        Assert.Equal("13/16", TestFiles.ProfilesOf("sample,DYS385 1,DYS385 2\nS1,13,16\n")
            .Value!.Profiles[0].Genotypes["DYS385"].ToString());

    [Fact]
    public void A_column_that_is_no_marker_is_told_and_not_read()
    {
        var file = TestFiles.ProfilesOf("sample,D3S1358,Kit\nS1,15/16,GlobalFiler\n");
        Assert.Equal(["D3S1358"], file.Value!.Profiles[0].Genotypes.Keys);
        Assert.Equal(
            ["row 1, column Kit: the column is no marker of the catalogue; it is not read"], file.Warnings.Lines());
    }

    [Theory]
    [InlineData("a,b\n1,2\n", "GENis table")]
    [InlineData("\"Output from Familias, version 3.3.1\"\n\"DO NOT EDIT!\"\n", "Familias project")]
    [InlineData("Sample Name\tUD1\tSpecimen Category\tRange From\tRange To\tMut1\n", "mitochondrial")]
    [InlineData("<html></html>", "web page")]
    [InlineData("<other/>", "not a CODIS import file")]
    [InlineData("Allele,TH01\n6,1\n", "allele frequencies")]
    [InlineData("family,individual,father,mother,sex,sample\n", "a pedigree, not a table of profiles")]
    [InlineData("id,fid,mid,sex,TH01\n", "a pedigree with its profiles")]
    [InlineData("Person,TH01\nS1,6/9.3\n", "no column of samples")]
    [InlineData("sample,remark\nS1,none\n", "none named like a marker")]
    [InlineData("sample marker allele1 allele2\n", "the header is one field")]
    [InlineData("<CODISRapidImportFile xmlns=\"urn:CODISRapidImportFile-schema\"/>", "Rapid DNA")]
    public void A_file_of_another_kind_is_told_what_it_is_or_what_is_known(string text, string part) =>
        Assert.Contains(part, Assert.Single(TestFiles.ProfilesOf(text).Problems).What, StringComparison.Ordinal);
}
