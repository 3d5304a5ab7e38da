using System.Text.Json;
using Homeward.Tests.Cli;
using Microsoft.Data.Sqlite;

namespace Homeward.Tests.Storage.Killed;

/// <summary>A nation's past is killed at random instants and gone on with: nothing of it is lost, and nothing is there
/// twice.</summary>
public sealed class KilledNationTests : IDisposable
{
    static readonly int Kills = Environment.GetEnvironmentVariable("HOMEWARD_SOAK") is null ? 2 : 60;

    readonly TemporaryFolder _folder = new();
    readonly int _seed = Environment.TickCount;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Fact]
    public async Task Killed_again_and_again_it_ends_with_every_figure_of_its_plan()
    {
        var random = new Random(_seed);
        for (var kill = 1; kill <= Kills; kill++) await KillAsync(random, kill);
        Assert.False(Directory.Exists(_folder["demo"]));

        var (exitCode, output, error) = await NationProcess.RunAsync(_folder["demo"], Cancel);

        Assert.True(exitCode == 0, $"seed {_seed}: {error}");
        Assert.Equal(["demo"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName));
        // 390 cases and the two of July; 49 rings and four; 145 children and 89; 248 women.
        var sentences = JsonDocument.Parse(output).RootElement.GetProperty("report").GetProperty("bulletin")
            .GetProperty("sentences").EnumerateArray().Select(it => it.GetString());
        Assert.Contains(
            "Since 1 April 2009, 392 cases have been solved, 53 rings broken up, and 234 children and 248 women "
            + "rescued.",
            sentences);
        var audit = await OnAsync("audit", "verify");
        Assert.True(audit.Json().GetProperty("whole").GetBoolean(), $"seed {_seed}");
        // Every profile of a child and of a family is searched, and no typing was left behind.
        var genes = await OnAsync("genes", "status", "--as", "analyst");
        Assert.True(genes.Json().GetProperty("allSearched").GetBoolean(), $"seed {_seed}");
        Assert.Equal(0, genes.Json().GetProperty("cases").GetProperty("typingsBegun").GetArrayLength());
        Assert.Equal(0, genes.Json().GetProperty("relativesInNoFamily").GetArrayLength());
        // Counted past the ledger: the same people, rescued once each, each with a sample.
        Assert.Equal((482, 482, 260), (Rows("rescues"), Rows("samples WHERE role = 'Rescued'"), Rows("families")));
    }

    /// <summary>Lets it come to a number of parts, and kills it in the middle of the next one or a little later.
    /// </summary>
    async Task KillAsync(Random random, int kill)
    {
        using var process = NationProcess.Start(_folder["demo"]);
        var (parts, before) = (random.Next(1, 12), PartsThere());
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!process.HasExited && PartsThere() < before + parts) await look.WaitForNextTickAsync(Cancel);
        for (var spin = random.Next(2_000_000); spin > 0; spin--) Thread.SpinWait(1);
        Assert.False(process.HasExited, $"seed {_seed}, kill {kill}: it ended by itself");
        process.Kill();
        await process.WaitForExitAsync(Cancel);
        Assert.True(PartsThere() >= before + parts, $"seed {_seed}, kill {kill}: what was there is gone");
    }

    int PartsThere()
    {
        var file = Path.Combine(_folder["demo.unfinished"], "cases.db");
        return File.Exists(Path.Combine(_folder["demo.unfinished"], "nation.json")) ? Count(file, "imported_files") : 0;
    }

    int Rows(string of) => Count(Path.Combine(_folder["demo"], "cases.db"), of);

    static int Count(string file, string of)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM {of}";
        return Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    Task<CommandLine> OnAsync(params string[] command) =>
        CommandLine.Run([.. command, "--data", _folder["demo"], "--json"]);
}
