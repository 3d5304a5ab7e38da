using System.Text;
using Homeward.Exchange.Profiles;
using Homeward.Genetics.Profiles;

namespace Homeward.Tests.Exchange.Profiles;

public sealed class ProfileStreamTests
{
    const string Good = "sample,TH01 1,TH01 2,AMEL\nA,6,9.3,X/Y\nB,7,,X/X\nC,7,8/9,X\n";

    [Fact]
    public void A_row_at_a_time_gives_what_the_whole_file_gives()
    {
        const string file = "sample,TH01 1,TH01 2,AMEL\nA,6,9.3,X/Y\nB,7,,X/X\nC,OL,7,X\n";
        var stream = ProfileStream.Open(Bytes(file)).Value!;
        var whole = ProfileFile.Read(Bytes(file), "whole");

        Assert.Equal(whole.Value!.Profiles.Select(AsText), stream.Profiles().Select(AsText));
        Assert.Empty(stream.Problems);
        Assert.Equal(whole.Warnings, stream.Warnings);
        Assert.NotEmpty(stream.Warnings);
    }

    [Theory]
    [InlineData(Good, "row 4, column TH01 2")]
    [InlineData("sample,TH01 1,TH01 2\nA,6,7\nA,6,7\n", "row 3, column sample")]
    [InlineData("sample,TH01 1,TH01 2\nA,6,7\n,6,7\n", "row 3, column sample")]
    [InlineData("sample,TH01 1,TH01 2\n", "")]
    public void What_is_wrong_is_known_at_the_end_and_faulty_rows_are_left_out(string file, string place)
    {
        var stream = ProfileStream.Open(Bytes(file)).Value!;
        var whole = ProfileFile.Read(Bytes(file), "whole");

        var names = stream.Profiles().Select(it => it.Id).ToList();

        Assert.Equal(place, Assert.Single(stream.Problems).Place);
        Assert.Equal(whole.Problems, stream.Problems);
        Assert.Equal(file == Good ? ["A", "B"] : file.Contains('A', StringComparison.Ordinal) ? ["A"] : [], names);
    }

    [Fact]
    public void Only_a_table_with_a_row_for_each_sample_can_be_read_so() =>
        Assert.Contains(
            "wide table",
            Assert.Single(ProfileStream.Open(Bytes("sample,marker,allele1,allele2\nA,TH01,6,7\n")).Problems).What,
            StringComparison.Ordinal);

    static string AsText(Profile profile) =>
        profile.Id + ": " + string.Join(' ', profile.Genotypes.Select(it => $"{it.Key} {it.Value}"))
        + " | " + string.Join(' ', profile.Unused.Select(it => $"{it.Key} {it.Value}"));

    static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));
}
