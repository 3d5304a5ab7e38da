using Homeward.Tests.Cli;
using Microsoft.Data.Sqlite;

namespace Homeward.Tests.Journeys;

/// <summary>The program is killed while it imports and while it searches everybody again, until both have come to their
/// end: what is there then is what an installation has that nobody disturbed.</summary>
public sealed class GeneKillJourney : IDisposable
{
    const int Families = 40, Children = 20;
    const int FirstDelayMs = 400;

    readonly TemporaryFolder _folder = new();

    string Data => _folder["data"];

    [Fact]
    public async Task Killed_anywhere_an_import_is_whole_or_not_there_and_a_search_goes_on()
    {
        await Done(
            "simulate", _folder["study"], "--families", $"{Families}", "--children", $"{Children}", "--seed", "11");
        await Done("genes", "init", "--data", Data);
        var killed = 0;
        for (var delay = FirstDelayMs; await ProcessOfItsOwn.RunAndKill(Import(Data), delay); delay += delay / 3)
        {
            killed++;
            var children = (await Status(Data)).GetProperty("unsearchedChildren").GetArrayLength();
            Assert.True(children is 0 or Children, $"{children} children of a file");
        }
        await Done(Import(Data));
        await Done(Search(Data));
        for (var delay = FirstDelayMs; await ProcessOfItsOwn.RunAndKill([.. Search(Data), "--all"], delay);
            delay += delay / 3) killed++;
        var found = await Done(Search(Data));

        Assert.True(killed > 1);
        Assert.True((await Status(Data)).GetProperty("allSearched").GetBoolean());
        // Elsewhere, under the same numbers, nobody was killed.
        await Done("genes", "init", "--data", _folder["clean"]);
        await Done(Import(_folder["clean"]));
        var clean = await Done(Search(_folder["clean"]));
        Assert.NotEmpty(clean.GetProperty("candidates").EnumerateArray());
        Assert.Equal(
            clean.GetProperty("candidates").GetRawText(), found.GetProperty("candidates").GetRawText());
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    string[] Import(string data) =>
    [
        "genes", "import", "--data", data, "--children", Study("children_genemapper.txt"), "--families",
        Study("families.csv"), "--profiles", Study("references.csv"), "--numbers", _folder["numbers.csv"], "--json",
    ];

    static string[] Search(string data) => ["genes", "search", "--data", data, "--population", "china-han", "--json"];

    static async Task<System.Text.Json.JsonElement> Status(string data) =>
        (await CommandLine.Run("genes", "status", "--data", data, "--json")).Json();

    string Study(string file) => Path.Combine(_folder["study"], file);

    static async Task<System.Text.Json.JsonElement> Done(params string[] words)
    {
        var run = await CommandLine.Run(words.Contains("--json") ? words : [.. words, "--json"]);
        Assert.True(run.ExitCode == 0, run.Error);
        return run.Json();
    }
}
