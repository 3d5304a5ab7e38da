using System.Diagnostics;
using Homeward.Tests.Storage.Databases;
using Npgsql;

namespace Homeward.Tests.Cli;

/// <summary>The program is killed while it takes in a table, as by kill -9: from its start to after its end.</summary>
public abstract class KilledImportContract : IAsyncLifetime
{
    static readonly int Kills = Soak.IsOn ? 40 : 2;
    const int Rows = 400;

    readonly TemporaryFolder _folder = new();
    int _files;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync()
    {
        var options = await DatabaseAsync();
        var made = await CommandLine.Run(
        [
            "init", "--data", _folder["data"], "--agency", "Police", "--administrator", "One", "--administrator", "Two",
            "--approver", "Three", "--operator", "desk", .. options,
        ]);
        Assert.True(made.ExitCode == 0, made.Error);
    }

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Where the cases are to be, as options of <c>init</c>.</summary>
    protected abstract Task<string[]> DatabaseAsync();

    /// <summary>Returns when nothing of a killed process is under way any more.</summary>
    protected abstract Task SettleAsync();

    [Theory]
    [InlineData("people")]
    [InlineData("reports")]
    public async Task A_killed_import_has_taken_in_all_of_its_file_or_nothing(string what)
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var watch = Stopwatch.StartNew();
        await RunAsync(what, await NewFileAsync(what), TimeSpan.FromMinutes(5));
        var whole = watch.Elapsed;
        for (var kill = 0; kill < Kills; kill++)
        {
            var file = await NewFileAsync(what);
            var after = whole * (0.2 + random.NextDouble());
            await RunAsync(what, file, after);
            await SettleAsync();

            var at = $"seed {seed}, kill {kill} after {after.TotalSeconds:0.00} of {whole.TotalSeconds:0.00} s";
            var again = await CommandLine.Run("import", what, file, "--data", _folder["data"], "--json");
            Assert.True(again.ExitCode == 0, at + again.Error);
            var added = again.Json().GetProperty("added").GetInt32();
            Assert.True(added is 0 or Rows, $"{at}: {added} rows were missing");
            var audit = await CommandLine.Run("audit", "verify", "--data", _folder["data"], "--json");
            Assert.True(audit.Json().GetProperty("whole").GetBoolean(), at + audit.Output);
        }
    }

    async Task RunAsync(string what, string file, TimeSpan patience)
    {
        var start = new ProcessStartInfo(
            Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "homeward.exe" : "homeward"),
            ["import", what, file, "--data", _folder["data"]])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var ended = process.WaitForExitAsync(Cancel);
        await Task.WhenAny(ended, Task.Delay(patience, Cancel));
        if (!process.HasExited) process.Kill();
        await ended;
    }

    async Task<string> NewFileAsync(string what)
    {
        var number = ++_files;
        var path = _folder[$"{what}-{number}.csv"];
        await File.WriteAllTextAsync(
            path,
            what == "people"
                ? "number,name,born\n" + Lines(it => $"K{number}-{it},Made-Up,2001")
                : "number,name,last_seen,region,category\n"
                    + Lines(it => $"K{number}-{it},Made-Up,2011-05,440000,Lost"),
            Cancel);
        return path;

        static string Lines(Func<int, string> line) =>
            string.Concat(Enumerable.Range(0, Rows).Select(it => line(it) + "\n"));
    }
}

public sealed class SqliteKilledImportTests : KilledImportContract
{
    protected override Task<string[]> DatabaseAsync() => Task.FromResult(Array.Empty<string>());

    protected override Task SettleAsync() => Task.CompletedTask;
}

public sealed class PostgresKilledImportTests : KilledImportContract
{
    string? _name;

    protected override async Task<string[]> DatabaseAsync()
    {
        if (PostgresServer.Missing is { } reason) Skipping.Because(reason);
        var server = PostgresServer.Instance;
        _name = server.NewName();
        await server.CreateAsync(_name, template: null);
        return ["--postgres", server.AsApplication(_name), "--postgres-owner", server.AsOwner(_name)];
    }

    /// <summary>The server ends what a process began once it hears that the process is gone. Connections of this
    /// process rest meanwhile.</summary>
    protected override async Task SettleAsync()
    {
        await using var connection = new NpgsqlConnection(
            PostgresServer.Instance.AsOwner(_name!) + ";Pooling=false");
        await connection.OpenAsync(Cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
            + "AND pid <> pg_backend_pid() AND state <> 'idle'";
        while ((long)(await command.ExecuteScalarAsync(Cancel))! > 0)
        {
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_name is not null) await PostgresServer.Instance.DropAsync(_name);
    }
}
