using Homeward.Cli.Output;

namespace Homeward.Tests.Cli;

/// <summary>What a newcomer types wrongly in the first hour is answered by what to type instead.</summary>
public sealed class WrongArgumentTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("serach", "there is no command serach; did you mean search?")]
    [InlineData("index biuld x", "there is no command biuld; did you mean build?")]
    [InlineData("search --tetha 0.1", "there is no option --tetha; did you mean --theta?")]
    [InlineData("search --frobnicate 0.1", "there is no option --frobnicate\n")]
    [InlineData("kits a b", "b is one argument too many")]
    [InlineData("search --theta abc", "--theta: must be a number, as 0.01 or 1e-6")]
    [InlineData("search --top 1.5", "--top: must be a whole number")]
    [InlineData("check", "Required argument missing for command: 'check'.")]
    [InlineData("search", "--children: are needed")]
    [InlineData("search", "--population: is needed")]
    [InlineData("kits golden_eye_2OA", "did you mean Goldeneye 20A?")]
    [InlineData("markers D3S1538", "did you mean D3S1358?")]
    [InlineData("populations china_ham", "did you mean china-han?")]
    [InlineData("check nowhere --population chinahann", "did you mean china-han?")]
    [InlineData("lr nowhere.json", "nowhere.json: there is no such file")]
    [InlineData("mutation nowhere.json", "nowhere.json: there is no such file")]
    [InlineData("lr .", "is a folder")]
    public async Task A_wrong_word_is_refused_with_what_may_have_been_meant(string line, string said)
    {
        var run = await CommandLine.Run(line.Split(' '));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(said, run.Error.ReplaceLineEndings("\n"));
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("index biuld x", "Run `homeward index --help`")]
    [InlineData("index build --froce x", "Run `homeward index build --help`")]
    public async Task The_way_to_the_help_names_the_whole_command(string line, string said) =>
        Assert.Contains(said, (await CommandLine.Run(line.Split(' '))).Error);

    [Theory]
    [InlineData("", "--help")]
    [InlineData("help", "--help")]
    [InlineData("help search", "search --help")]
    [InlineData("help index build", "index build --help")]
    public async Task Asking_for_help_in_another_way_gives_the_help(string line, string same)
    {
        var run = await CommandLine.Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(0, run.ExitCode);
        Assert.Equal((await CommandLine.Run(same.Split(' '))).Output, run.Output);
    }

    [Fact]
    public async Task A_command_within_another_ends_its_help_with_examples_of_its_own()
    {
        var help = (await CommandLine.Run("index", "build", "--help")).Output;

        Assert.Contains("  homeward index build national --children", help);
        Assert.DoesNotContain("  homeward index add", help);
    }

    [Fact]
    public async Task A_population_of_ones_own_is_described_from_its_file()
    {
        var path = _folder["mine.csv"];
        await File.WriteAllTextAsync(
            path, "Allele,TH01\n6,0.5\n9.3,0.5\n2N,400\n", TestContext.Current.CancellationToken);

        var run = await CommandLine.Run("populations", path, "--json");

        Assert.Equal("mine", run.Json().GetProperty("name").GetString());
        Assert.Equal(400, run.Json().GetProperty("markers")[0].GetProperty("chromosomes").GetInt32());
    }

    [Fact]
    public async Task A_folder_is_checked_file_by_file()
    {
        foreach (var name in (string[])["a.csv", "b.csv"])
            await File.WriteAllTextAsync(
                _folder[name], $"sample,TH01\n{name},6/7\n", TestContext.Current.CancellationToken);

        var run = await CommandLine.Run("check", Path.GetDirectoryName(_folder["a.csv"])!, "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(2, run.Json().GetProperty("files").GetArrayLength());
    }

    [Fact]
    public async Task A_table_given_as_a_case_is_told_from_broken_JSON()
    {
        var path = _folder["a.csv"];
        await File.WriteAllTextAsync(path, "sample,TH01\nS1,6/7\n", TestContext.Current.CancellationToken);

        Assert.Contains("does not begin as JSON does", (await CommandLine.Run("lr", path)).Error);
    }

    [Theory]
    [InlineData(0, "0 families")]
    [InlineData(1, "1 family")]
    [InlineData(2300, "2,300 families")]
    public void One_of_a_thing_is_not_several(int count, string said) =>
        Assert.Equal(said, PlainWords.Counted(count, "family", "families"));
}
