using Homeward.Tests.Architecture;

namespace Homeward.Tests.Cli;

/// <summary>Files of other programs, given to <c>check</c> without a word about what they are.</summary>
public sealed class CheckCommandTests
{
    static readonly string Exchange = Path.Combine(SourceTree.Root, "tests", "Homeward.Tests", "Exchange");

    [Theory]
    [InlineData("Foreign/Profiles", "profiles")]
    [InlineData("Foreign/Frequencies", "populations")]
    public async Task A_file_is_known_by_its_beginning(string folder, string part)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Exchange, folder)))
        {
            var report = (await CommandLine.Run("check", file, "--json")).Json().GetProperty("files")[0];
            Assert.True(
                report.GetProperty(part).ValueKind != System.Text.Json.JsonValueKind.Null,
                $"{Path.GetFileName(file)} was taken for {report.GetProperty("format")}");
        }
    }

    [Theory]
    [InlineData("Broken/Pedigree/relations.csv", "pedigree table")]
    [InlineData("Files/pedigrees.fam", "Familias project")]
    [InlineData("Broken/Foreign/pedsuite.txt", "pedigree table")]
    [InlineData("Broken/Foreign/gbk.txt", "profiles")]
    public async Task Another_file_is_told_what_it_was_taken_for(string file, string format)
    {
        var run = await CommandLine.Run("check", Path.Combine(Exchange, file), "--json");

        Assert.Equal(format, run.Json().GetProperty("files")[0].GetProperty("format").GetString());
    }
}
