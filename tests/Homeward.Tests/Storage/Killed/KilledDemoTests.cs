using System.Diagnostics;
using Homeward.Tests.Cli;

namespace Homeward.Tests.Storage.Killed;

/// <summary>The program that fills a demonstration is killed, as by kill -9, at random instants.</summary>
public sealed class KilledDemoTests : IDisposable
{
    static readonly int Kills = Environment.GetEnvironmentVariable("HOMEWARD_SOAK") is null ? 2 : 40;

    /// <summary>Each is there from some moment of the work on; killed before it, at it, or a little later.</summary>
    static readonly string[] Stages = ["study", "cases.db", "genes.db", "bulletins", "installation.json"];

    readonly TemporaryFolder _folder = new();
    readonly int _seed = Environment.TickCount;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Nothing_half_made_is_taken_for_whole_and_the_next_run_tidies_up()
    {
        var random = new Random(_seed);
        await KillAsync(random, seed: 1, stage: "genes.db");
        Assert.False(Directory.Exists(_folder["demo"]), Place(0));
        Assert.NotEmpty(Left());

        var made = await CommandLine.Run("demo", "--families", "100", "--data", _folder["demo"], "--json");
        Assert.True(made.ExitCode == 0, made.Error);
        Assert.Empty(Left());
        var before = await WholeAsync(0);
        for (var kill = 1; kill <= Kills; kill++)
        {
            await KillAsync(random, seed: 2, Stages[random.Next(Stages.Length)]);

            if (!Directory.Exists(_folder["demo"]))
            {
                // Between its two moves: the next run brings the old one back.
                Assert.Contains(Left(), it => it.Contains(".replaced-", StringComparison.Ordinal));
                continue;
            }
            // The old one as it was, or, when the kill came too late, a new one.
            var after = await WholeAsync(kill);
            Assert.True(after == before || Left().Count == 0, Place(kill));
            before = after;
            Assert.InRange(Left().Count, 0, 2);                   // of this run alone: its folder and its lock
        }
    }

    /// <summary>Lets the program come to a stage, and kills it there or a little later.</summary>
    async Task KillAsync(Random random, int seed, string stage)
    {
        var program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "homeward.exe" : "homeward");
        string[] args = ["demo", "--families", "100", "--seed", $"{seed}", "--data", _folder["demo"], "--json"];
        using var process = Process.Start(new ProcessStartInfo(program, args)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var partial = _folder[$"demo.partial-{process.Id}"];
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!process.HasExited && !Path.Exists(Path.Combine(partial, stage)))
            await look.WaitForNextTickAsync(Cancel);
        for (var spin = random.Next(2_000_000); spin > 0; spin--) Thread.SpinWait(1);
        process.Kill();
        await process.WaitForExitAsync(Cancel);
    }

    /// <returns>The digest of its bulletin.</returns>
    async Task<string> WholeAsync(int kill)
    {
        var audit = await CommandLine.Run("audit", "verify", "--data", _folder["demo"], "--json");
        var bulletin = await CommandLine.Run("bulletin", "verify", "--data", _folder["demo"], "--json");
        var shown = await CommandLine.Run(
            "bulletin", "show", "2011-07-27", "--as", "statistician", "--data", _folder["demo"], "--json");
        Assert.True(audit.Json().GetProperty("whole").GetBoolean(), Place(kill));
        Assert.True(bulletin.Json().GetProperty("hold").GetBoolean(), Place(kill));
        return shown.Json().GetProperty("digest").GetString()!;
    }

    List<string> Left() =>
    [
        .. Directory.GetFileSystemEntries(_folder.Path).Where(it => !it.EndsWith("demo", StringComparison.Ordinal)),
    ];

    string Place(int kill) => $"seed {_seed}, kill {kill}";
}
