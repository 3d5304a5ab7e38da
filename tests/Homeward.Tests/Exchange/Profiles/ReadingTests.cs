using Homeward.Genetics.Profiles;

namespace Homeward.Tests.Exchange.Profiles;

/// <summary>How each kind of reading is treated; the table of docs/guide/file-formats.md.</summary>
public sealed class ReadingTests
{
    const string OfNumbers = "a repeat number from 0.1 to 999.9 has at most one decimal";

    [Theory]
    [InlineData("15,16", "15/16")]
    [InlineData("16,15", "15/16")]
    [InlineData("15,", "15/15")]
    [InlineData(",15", "15/15")]
    [InlineData("15,15", "15/15")]
    [InlineData("9.3,9", "9/9.3")]
    [InlineData("15.0,16", "15/16")]
    public void One_or_two_alleles_are_a_genotype(string cells, string genotype)
    {
        var (profile, warnings) = Read("D3S1358", cells + ",");
        Assert.Equal(genotype, profile.Genotypes["D3S1358"].ToString());
        Assert.Empty(warnings);
    }

    [Theory]
    [InlineData(",")]
    [InlineData("-,-")]
    [InlineData("-,")]
    public void Nothing_written_is_not_typed(string cells)
    {
        var (profile, warnings) = Read("D3S1358", cells + ",");
        Assert.Empty(profile.Genotypes);
        Assert.Empty(profile.Unused);
        Assert.Empty(warnings);
    }

    [Theory]
    [InlineData("OL,")]
    [InlineData("15,OL")]
    [InlineData("INC,")]
    [InlineData("ol,16")]
    [InlineData("<9,15")]
    [InlineData("15,>20")]
    [InlineData("9<,")]
    [InlineData("15,20>")]
    [InlineData("9.x,15")]
    [InlineData("*,*")]
    [InlineData("NA,")]
    public void An_undetermined_reading_makes_the_marker_not_typed_and_is_kept(string cells)
    {
        var (profile, warnings) = Read("D3S1358", cells + ",");
        Assert.Empty(profile.Genotypes);
        Assert.Equal(cells.TrimEnd(',').Replace(',', '/'), profile.Unused["D3S1358"], ignoreCase: true);
        Assert.Equal(["row 2: an off-ladder or undetermined reading; the marker counts as not typed"], warnings);
    }

    [Fact]
    public void Three_alleles_are_kept_and_not_used()
    {
        var (profile, warnings) = Read("CSF1PO", "10,11,12");    // as published for the control DNA 9948
        Assert.Empty(profile.Genotypes);
        Assert.Equal("10/11/12", profile.Unused["CSF1PO"]);
        Assert.Equal(["row 2: 3 alleles; kept, but not used"], warnings);
    }

    [Fact]
    public void A_dash_beside_an_allele_leaves_the_other_one_open()
    {
        var (profile, warnings) = Read("D3S1358", "15,-,");
        Assert.True(profile.Genotypes["D3S1358"].IsOneKnown);
        Assert.Equal(["row 2: one allele; the other is unknown"], warnings);
    }

    [Fact]
    public void A_sequence_allele_is_read_by_its_repeat_number_and_told_once()
    {
        var (profile, warnings) = Read("D3S1358", "15_14_1_0,16_15_1,");
        Assert.Equal("15/16", profile.Genotypes["D3S1358"].ToString());
        Assert.Equal(
            ["row 2, column allele1: a sequence allele, read by its repeat number alone, as are all that follow"],
            warnings);
    }

    [Theory]
    [InlineData("AMEL", "X,", "X/X", null)]
    [InlineData("Amelogenin", "X,Y", "X/Y", null)]
    [InlineData("AMEL", "Y,", null, "Y")]
    [InlineData("DYS385", "13,16", "13/16", null)]
    [InlineData("DYF387S1", "35,37", "35/37", null)]
    [InlineData("DYS391", "10,", "10/10", null)]
    [InlineData("DYS391", "10,11", null, "10/11")]
    public void Amelogenin_and_the_Y_have_rules_of_their_own(
        string marker, string cells, string? genotype, string? unused)
    {
        var (profile, warnings) = Read(marker, cells + ",");
        Assert.Equal(genotype, profile.Genotypes.Values.Select(it => it.ToString()).SingleOrDefault());
        Assert.Equal(unused, profile.Unused.Values.SingleOrDefault());
        Assert.Equal(unused is null ? 0 : 1, warnings.Count);
    }

    [Theory]
    [InlineData("D3S1358", "15/16,,", "row 2, column allele1: is not an allele")]
    [InlineData("D3S1358", "X,,", "row 2: X and Y are alleles of amelogenin only")]
    [InlineData("AMEL", "1,2,", "row 2: amelogenin is X or Y, not a repeat number")]
    [InlineData("D3S1358", "0,,", "row 2, column allele1: is no allele; leave the cell empty where nothing was typed")]
    [InlineData("D3S1358", "15,\"9,3\",", "row 2, column allele2: has a decimal comma; write 9.3 with a point")]
    public void What_is_no_reading_refuses_the_file(string marker, string cells, string problem) =>
        Assert.Equal([problem], TestFiles.ProfilesOf(Table(marker, cells)).Problems.Lines());

    [Fact]
    public void An_unknown_marker_keeps_its_name_and_is_told_once()
    {
        var file = TestFiles.ProfilesOf("sample,marker,allele1,allele2\nS1,D99S1,5,6\nS2,D99S1,5,6\n");
        Assert.Equal(["D99S1", "D99S1"], file.Value!.Profiles.SelectMany(it => it.Genotypes.Keys));
        Assert.Equal(
            ["row 2, column marker: the marker is not in the catalogue; it is read under the name given"],
            file.Warnings.Lines());
    }

    static string Table(string marker, string cells) => $"sample,marker,allele1,allele2,allele3\nS1,{marker},{cells}\n";

    static (Profile Profile, List<string> Warnings) Read(string marker, string cells)
    {
        var file = TestFiles.ProfilesOf(Table(marker, cells));
        Assert.Empty(file.Problems.Lines());
        return (Assert.Single(file.Value!.Profiles), [.. file.Warnings.Lines()]);
    }
}
