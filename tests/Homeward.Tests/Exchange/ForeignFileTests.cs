using Homeward.Genetics.Markers;
using Homeward.Genetics.Profiles;

namespace Homeward.Tests.Exchange;

/// <summary>
/// Two made-up people as other programs and laboratories write them: GeneMapper ID-X in all its encodings and orders,
/// Excel, R, EuroForMix, LRmix, M-FISys, CODIS … What nobody can read is in <c>Broken/Foreign</c>.
/// </summary>
public sealed class ForeignFileTests
{
    static readonly Dictionary<string, string> First = new()
    {
        ["AMEL"] = "X/Y",
        ["D3S1358"] = "15/16",
        ["TH01"] = "9.3/9.3",
        ["D21S11"] = "29/31.2",
        ["Penta E"] = "7/14",
        ["vWA"] = "16/18",
        ["FGA"] = "22.2/24",
    };

    static readonly Dictionary<string, string> Second = new()
    {
        ["AMEL"] = "X/X",
        ["D3S1358"] = "17/17",
        ["TH01"] = "6/9.3",
        ["D21S11"] = "30/32.2",
        ["Penta E"] = "11/11",
        ["vWA"] = "17/17",
        ["FGA"] = "21/23",
    };

    public static TheoryData<string> Files => [.. TestFiles.In("Foreign/Profiles")];

    [Theory, MemberData(nameof(Files))]
    public void The_same_two_people_are_read_from_every_file(string path)
    {
        var read = TestFiles.Profiles(path);

        Assert.Empty(read.Problems);
        Assert.All(read.Warnings, it => Assert.Contains("the catalogue", it.What));
        Assert.Equal(["S1", "S2"], read.Value!.Profiles.Select(it => it.Id));
        Assert.Equal(Shown(First), Shown(read.Value.Profiles[0]));
        Assert.Equal(Shown(Second), Shown(read.Value.Profiles[1]));
    }

    [Fact]
    public void Alleles_in_letters_at_unknown_markers_are_kept_and_told_once_a_marker()
    {
        var read = TestFiles.Profiles("Foreign/Profiles/forenseq-snp.csv");

        Assert.Equal("A/G", read.Value!.Profiles[0].Unused["rs10495407"]);
        Assert.Equal("G", read.Value.Profiles[1].Unused["rs10495407"]);
        Assert.Equal(
            ["row 16", "row 17"],
            read.Warnings.Where(it => it.What.Contains("in letters", StringComparison.Ordinal)).Select(it => it.Place));
    }

    [Fact]
    public void NA_is_an_empty_cell_only_in_a_table_that_R_wrote()
    {
        var ofR = TestFiles.ProfilesOf("Sample.Name,Marker,Allele.1,Allele.2\nS1,TH01,6,NA\n");
        var other = TestFiles.ProfilesOf("Sample Name,Marker,Allele 1,Allele 2\nS1,TH01,6,NA\n");

        Assert.Equal(
            new Genotype(Allele.Repeats(6), Allele.Repeats(6)), ofR.Value!.Profiles[0].Genotypes["TH01"]);
        Assert.Equal("6/NA", other.Value!.Profiles[0].Unused["TH01"]);
    }

    [Theory]
    [InlineData("sep=;\nsample;marker;allele1;allele2\nS1;TH01;6;7\n", true)]
    [InlineData("\n\"sep=\t\"\nsample\tmarker\tallele1\tallele2\nS1\tTH01\t6\t7\n", true)]
    [InlineData("sep=,,,\nsample,marker,allele1,allele2\nS1,TH01,6,7\n", true)]
    [InlineData("sep=|\nsample|marker|allele1|allele2\nS1|TH01|6|7\n", false)]
    [InlineData("sep=;\nsep=;\nsample;marker;allele1;allele2\nS1;TH01;6;7\n", false)]
    public void A_line_that_states_the_separator_is_obeyed(string text, bool isRead) =>
        Assert.Equal(isRead, TestFiles.ProfilesOf(text).IsValid);

    static IEnumerable<string> Shown(Dictionary<string, string> expected) =>
        expected.Select(it => it.Key + " " + it.Value).Order(StringComparer.Ordinal);

    static IEnumerable<string> Shown(Profile profile) =>
        profile.Genotypes.Select(it => it.Key + " " + it.Value).Order(StringComparer.Ordinal);
}
