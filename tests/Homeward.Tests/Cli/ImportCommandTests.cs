using System.Diagnostics;

namespace Homeward.Tests.Cli;

public sealed class ImportCommandTests : IAsyncLifetime
{
    static readonly int Kills = Environment.GetEnvironmentVariable("HOMEWARD_SOAK") is null ? 2 : 40;

    readonly TemporaryFolder _folder = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await CommandLine.Run(
        "init", "--data", _folder["data"], "--agency", "Police", "--administrator", "One", "--administrator", "Two",
        "--approver", "Three", "--operator", "desk");

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task People_and_reports_are_taken_in_once_and_problems_are_told_with_their_places()
    {
        var people = await WriteAsync(
            "people.csv", "number,name,sex,born\nP-1,One Made-Up,f,2009\nP-2,另一个,男,2010-05\n");
        var reports = await WriteAsync(
            "reports.csv",
            "number,name,last_seen,region,category\nR-1,Third Made-Up,2011-05-15,440000,Abducted\n"
            + "R-2,SYNTHETIC Fourth,2011-05,440000,\nR-3,Fifth Made-Up,2011,123456,Lost\n");

        var first = await ImportAsync("people", people, "--json");
        var again = await ImportAsync("people", people);
        var refused = await ImportAsync("reports", reports, "--json");

        Assert.Equal((0, 0, 2), (first.ExitCode, again.ExitCode, refused.ExitCode));
        Assert.Equal(2, first.Json().GetProperty("added").GetInt32());
        Assert.Contains("Nothing changed: all 2 rows", again.Output, StringComparison.Ordinal);
        var problems = refused.Json().GetProperty("problems").EnumerateArray()
            .Select(it => $"{it.GetProperty("place").GetString()}: {it.GetProperty("what").GetString()}").ToList();
        Assert.Equal(2, problems.Count);
        Assert.Contains("row 3: This database is for real people: made-up data are refused.", problems);
        Assert.Contains("row 4: names a region that is not known here", problems);
    }

    /// <summary>As by kill -9, from its start to after its end: a file is in whole or not at all, and the log whole.
    /// </summary>
    [Fact]
    public async Task A_killed_import_has_taken_in_all_of_its_file_or_nothing()
    {
        const int rows = 400;
        var random = new Random(7);
        for (var kill = 0; kill < Kills; kill++)
        {
            var file = await WriteAsync(
                $"people-{kill}.csv",
                "number,name,born\n"
                + string.Concat(Enumerable.Range(0, rows).Select(it => $"K{kill}-{it},Made-Up,2001\n")));
            var start = new ProcessStartInfo(
                Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "homeward.exe" : "homeward"),
                ["import", "people", file, "--data", _folder["data"]])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using (var process = Process.Start(start)!)
            {
                var ended = process.WaitForExitAsync(Cancel);
                await Task.WhenAny(ended, Task.Delay(random.Next(200, 8_000), Cancel));
                if (!process.HasExited) process.Kill();
                await ended;
            }

            var again = await ImportAsync("people", file, "--json");
            var added = again.Json().GetProperty("added").GetInt32();
            Assert.True(added is 0 or rows, $"kill {kill}: {added} rows were missing");
            var audit = await CommandLine.Run("audit", "verify", "--data", _folder["data"], "--json");
            Assert.True(audit.Json().GetProperty("whole").GetBoolean(), $"kill {kill}: {audit.Output}");
        }
    }

    async Task<string> WriteAsync(string name, string text)
    {
        await File.WriteAllTextAsync(_folder[name], text, Cancel);
        return _folder[name];
    }

    Task<CommandLine> ImportAsync(string what, string file, params string[] more) =>
        CommandLine.Run(["import", what, file, "--data", _folder["data"], .. more]);
}
