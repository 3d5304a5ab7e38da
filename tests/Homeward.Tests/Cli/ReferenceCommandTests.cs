namespace Homeward.Tests.Cli;

public sealed class ReferenceCommandTests
{
    [Theory]
    [InlineData("populations", "china-han")]
    [InlineData("kits", "Goldeneye 20A")]
    [InlineData("markers", "D18S51")]
    public async Task A_list_names_everything_and_says_the_same_as_json(string command, string name)
    {
        var table = await CommandLine.Run(command);
        var json = await CommandLine.Run(command, "--json");

        Assert.Equal((0, 0), (table.ExitCode, json.ExitCode));
        Assert.Contains(name, table.Output);
        Assert.Contains(json.Json().EnumerateArray(), it => it.GetProperty("name").GetString() == name);
        Assert.Empty(table.Error + json.Error);
    }

    [Theory]
    [InlineData("populations", "CHINA-HAN", "china-han")]
    [InlineData("kits", "goldeneye_20a", "Goldeneye 20A")]
    [InlineData("markers", "THO1", "TH01")]
    public async Task One_entry_is_found_in_any_spelling(string command, string spelling, string name)
    {
        var run = await CommandLine.Run(command, spelling, "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(name, run.Json().GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("populations")]
    [InlineData("kits")]
    [InlineData("markers")]
    public async Task An_unknown_name_is_refused_with_the_way_to_the_list(string command)
    {
        var run = await CommandLine.Run(command, "nowhere");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"`homeward {command}` lists all", run.Error);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task A_marker_shows_its_published_frequencies()
    {
        var run = await CommandLine.Run("markers", "D1S1656", "--json");

        // The Chinese Han table gives allele 10 of D1S1656 as 0.0005, from 2,054 chromosomes.
        var populations = run.Json().GetProperty("populations").EnumerateArray().ToList();
        var han = populations.FindIndex(it => it.GetProperty("name").GetString() == "china-han");
        var ten = run.Json().GetProperty("alleles").EnumerateArray()
            .Single(it => it.GetProperty("allele").GetString() == "10");
        Assert.Equal(2054, populations[han].GetProperty("chromosomes").GetInt32());
        Assert.Equal(0.0005, ten.GetProperty("frequencies")[han].GetDouble());
    }
}
