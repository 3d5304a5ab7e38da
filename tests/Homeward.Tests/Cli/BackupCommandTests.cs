using Microsoft.Data.Sqlite;

namespace Homeward.Tests.Cli;

public sealed class BackupCommandTests : IAsyncLifetime
{
    readonly TemporaryFolder _folder = new();

    string Data => _folder["data"];

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await Done(
            "simulate", _folder["study"], "--families", "6", "--children", "4", "--unreported", "1", "--seed", "7");
        await Done("genes", "init", "--data", Data);
        await Done(
            "genes", "import", "--data", Data, "--children", Study("children_genemapper.txt"), "--families",
            Study("families.csv"), "--profiles", Study("references.csv"), "--numbers", _folder["numbers.csv"]);
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_restored_installation_is_the_one_that_was_backed_up()
    {
        await BackUp("monday");
        var restored = await Restore("monday", "monday", "restored", "--verify");

        Assert.Equal(0, restored.ExitCode);
        var verified = restored.Json().GetProperty("verified");
        Assert.Empty(verified.GetProperty("faults").EnumerateArray());
        Assert.Equal(Samples(), verified.GetProperty("profiles").GetInt32());
        Assert.Equal(await Searched(Data), await Searched(_folder["restored"]));
    }

    /// <summary>The databases are older than the erasure, the keys are not; then both are older.</summary>
    [Fact]
    public async Task Whoever_was_erased_stays_erased_whatever_is_brought_back()
    {
        await BackUp("monday");
        var number = File.ReadLines(_folder["numbers.csv"]).ElementAt(1).Split(',')[2];
        var erased = await CommandLine.Run("genes", "erase", number, "--yes", "--data", Data, "--json");
        Assert.True(erased.ExitCode == 0, erased.Error);
        await BackUp("friday");

        var mixed = await Restore("monday", "friday", "mixed", "--verify");
        var older = await Restore("monday", "monday", "older", "--verify", "--log", Path.Combine(Data, "audit.db"));

        foreach (var it in new[] { mixed, older })
        {
            Assert.True(it.ExitCode == 0, it.Output + it.Error);
            Assert.Equal(1, it.Json().GetProperty("erased").GetInt32());
            Assert.Equal(Samples() - 1, it.Json().GetProperty("verified").GetProperty("profiles").GetInt32());
        }
    }

    [Fact]
    public async Task A_backup_that_was_touched_is_refused_with_every_place_and_nothing_is_restored()
    {
        await BackUp("monday");
        var genes = Path.Combine(_folder["monday"], "genes.db");
        var bytes = await File.ReadAllBytesAsync(genes, Cancel);
        bytes[^100] ^= 1;
        await File.WriteAllBytesAsync(genes, bytes, Cancel);
        File.Delete(Path.Combine(_folder["monday"], "audit.db"));
        await File.WriteAllTextAsync(Path.Combine(_folder["monday"], "more.txt"), "", Cancel);

        var refused = await Restore("monday", "monday", "restored");

        Assert.Equal(2, refused.ExitCode);
        Assert.Equal(
            ["audit.db", "genes.db", "more.txt"],
            refused.Json().GetProperty("problems").EnumerateArray().Select(it => it.GetProperty("place").GetString()!));
        Assert.False(Directory.Exists(_folder["restored"]));
    }

    [Fact]
    public async Task Keys_older_than_the_databases_are_refused()
    {
        await BackUp("monday");
        await BackUp("friday");

        Assert.Equal(2, (await Restore("friday", "monday", "restored")).ExitCode);
    }

    [Fact]
    public async Task A_backup_never_writes_over_anything_and_keeps_keys_apart()
    {
        Directory.CreateDirectory(_folder["full"]);
        await File.WriteAllTextAsync(Path.Combine(_folder["full"], "a"), "", Cancel);

        Assert.Equal(
            2, (await CommandLine.Run("backup", _folder["full"], "--keys", _folder["k"], "--data", Data)).ExitCode);
        Assert.Equal(
            2, (await CommandLine.Run("backup", _folder["b"], "--keys", _folder["b/keys"], "--data", Data)).ExitCode);
        await BackUp("monday");
        Assert.DoesNotContain(
            Directory.GetFiles(_folder["monday"]).Select(Path.GetFileName),
            it => it!.Contains("key", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_installation_with_cases_comes_back_with_its_operators()
    {
        await Done(
            "init", "--data", _folder["real"], "--agency", "Example police", "--administrator", "Ann Example",
            "--administrator", "Ben Example", "--approver", "Cao Example", "--operator", "desk");
        await Done("backup", _folder["b"], "--keys", _folder["b-keys"], "--data", _folder["real"]);

        var restored = await Restore("b", "b", "restored", "--verify");

        Assert.True(restored.ExitCode == 0, restored.Output + restored.Error);
        var status = await CommandLine.Run("status", "--data", _folder["restored"], "--json");
        Assert.True(status.ExitCode == 0, status.Error);
    }

    /// <summary>Profiles come in while the copies are made: each copy is a state that was, and opens.</summary>
    [Fact]
    public async Task A_backup_during_writes_is_whole()
    {
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                var study = _folder["more" + i];
                await Done("simulate", study, "--families", "3", "--children", "2", "--seed", $"{100 + i}");
                await Done(
                    "genes", "import", "--data", Data, "--children", Path.Combine(study, "children_genemapper.txt"),
                    "--families", Path.Combine(study, "families.csv"), "--profiles",
                    Path.Combine(study, "references.csv"), "--numbers", _folder[$"numbers{i}.csv"]);
            }
        }, Cancel);
        for (var i = 0; i < 3; i++) await BackUp("during" + i);
        await stop.CancelAsync();
        await writing;

        for (var i = 0; i < 3; i++)
        {
            var restored = await Restore("during" + i, "during" + i, "restored" + i, "--verify");
            Assert.True(restored.ExitCode == 0, restored.Output + restored.Error);
        }
    }

    string Study(string file) => Path.Combine(_folder["study"], file);

    Task BackUp(string name) => Done("backup", _folder[name], "--keys", _folder[name + "-keys"], "--data", Data);

    Task<CommandLine> Restore(string databases, string keys, string to, params string[] more) =>
        CommandLine.Run(
        [
            "restore", _folder[databases], "--keys", _folder[keys + "-keys"], "--data", _folder[to], "--json", .. more,
        ]);

    int Samples() =>
        File.ReadLines(_folder["numbers.csv"]).Count(it => it.StartsWith("sample,", StringComparison.Ordinal));

    static async Task<string> Searched(string data)
    {
        await Done("genes", "search", "--population", "china-han", "--data", data);
        return (await CommandLine.Run("genes", "status", "--data", data, "--json")).Output;
    }

    static async Task Done(params string[] words)
    {
        var run = await CommandLine.Run(words);
        Assert.True(run.ExitCode == 0, run.Error);
    }
}
