using System.Data.Common;
using Homeward.Cli.Commands.Installations;
using Homeward.Storage;
using Homeward.Storage.Postgres;
using Homeward.Storage.Sqlite;
using Homeward.Tests.Storage.Databases;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Homeward.Tests.Cli;

/// <summary>The next release meets an installation of this one.</summary>
public sealed class MigrateCommandTests : IAsyncLifetime
{
    readonly TemporaryFolder _folder = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    string Data => _folder["data"];

    CaseLocation Next => new SqliteCases(Path.Combine(Data, "cases.db"), FurtherVersion.Known);

    public async ValueTask InitializeAsync()
    {
        await InitAsync();
        await File.WriteAllTextAsync(_folder["people.csv"], "number,name,born\nP-1,Made-Up,2001\n", Cancel);
        await DoneAsync("import", "people", _folder["people.csv"], "--data", Data);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_plan_says_what_leads_to_this_version_and_changes_nothing()
    {
        var plan = await NextAsync("--plan", "--json");
        var own = await CommandLine.Run("migrate", "--plan", "--data", Data, "--json");

        Assert.Equal((0, 0), (plan.ExitCode, own.ExitCode));
        Assert.Equal(
            [FurtherVersion.Change],
            plan.Json().GetProperty("changes").EnumerateArray().Select(it => it.GetString()));
        Assert.False(plan.Json().GetProperty("isOfThisVersion").GetBoolean());
        Assert.True(own.Json().GetProperty("isOfThisVersion").GetBoolean());
        Assert.Empty(own.Json().GetProperty("changes").EnumerateArray());
        await DoneAsync("status", "--data", Data);
    }

    [Fact]
    public async Task Nothing_is_changed_without_a_backup_or_while_somebody_works()
    {
        var bare = await NextAsync();
        CommandLine meanwhile;
        await using (var other = new SqliteConnection($"Data Source={Data}/cases.db;Pooling=False"))
        {
            await other.OpenAsync(Cancel);
            await RawAsync(other, "SELECT count(*) FROM users");
            meanwhile = await NextAsync("--backup", _folder["b"], "--keys", _folder["k"]);
        }
        var half = await CommandLine.Run("migrate", "--backup", _folder["b"], "--data", Data);
        var misplaced = await CommandLine.Run("migrate", "--backed-up", "--data", Data);
        var nowhere = await CommandLine.Run("migrate", "--data", _folder["nowhere"]);

        Assert.Equal([2, 2, 2, 2, 2], new[] { bare, meanwhile, half, misplaced, nowhere }.Select(it => it.ExitCode));
        Assert.Contains(FurtherVersion.Change, bare.Error, StringComparison.Ordinal);
        Assert.Contains("nothing is changed without a backup", bare.Error, StringComparison.Ordinal);
        Assert.Contains("somebody has it open", meanwhile.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["b"]));
        await DoneAsync("status", "--data", Data);
    }

    [Fact]
    public async Task It_is_of_the_next_version_then_with_its_rows_and_rules_and_the_backup_is_of_the_old_one()
    {
        var done = await NextAsync("--backup", _folder["b"], "--keys", _folder["k"], "--json");

        Assert.True(done.ExitCode == 0, done.Output + done.Error);
        Assert.True(done.Json().GetProperty("isOfThisVersion").GetBoolean());
        Assert.Empty(await Next.FaultsAsync(Cancel));
        await using (var connection = new SqliteConnection($"Data Source={Data}/cases.db;Pooling=False"))
        {
            await connection.OpenAsync(Cancel);
            Assert.Equal(1L, await RawAsync(connection, "SELECT count(*) FROM persons"));
            // Both tables that were rebuilt have their rules again.
            await Assert.ThrowsAnyAsync<DbException>(() => RawAsync(connection, "DELETE FROM persons"));
            await Assert.ThrowsAnyAsync<DbException>(() => RawAsync(
                connection, "REPLACE INTO persons SELECT * FROM persons"));
        }
        var again = await NextAsync("--json");
        Assert.Equal(0, again.ExitCode);
        Assert.Empty(again.Json().GetProperty("changes").EnumerateArray());
        // This version is the older one now, and says so; what it backed up, it brings back.
        var old = await CommandLine.Run("status", "--data", Data);
        Assert.Equal(2, old.ExitCode);
        Assert.Contains("newer version", old.Error, StringComparison.Ordinal);
        await DoneAsync("restore", _folder["b"], "--keys", _folder["k"], "--data", _folder["back"], "--verify");
        await DoneAsync("status", "--data", _folder["back"]);
    }

    [Fact]
    public async Task Rules_that_an_older_version_left_are_named_and_made_anew_and_changed_ones_are_not_covered_up()
    {
        await using (var connection = new SqliteConnection($"Data Source={Data}/cases.db;Pooling=False"))
        {
            await connection.OpenAsync(Cancel);
            await RawAsync(connection, "DROP TRIGGER users__remains");
        }
        var changed = await MigrateAsync();
        // As the version that made it would have left it.
        await using (var context = new SqliteCases(Path.Combine(Data, "cases.db")).ContextToChange())
        {
            await context.OpenAsync(Cancel);
            await SqliteCatalogue.SealAsync(context, Cancel);
        }
        var refused = await CommandLine.Run("status", "--data", Data);
        var plan = await MigrateAsync("--plan", "--json");
        var done = await MigrateAsync("--backup", _folder["b"], "--keys", _folder["k"]);

        Assert.Equal((2, 2, 0, 0), (changed.ExitCode, refused.ExitCode, plan.ExitCode, done.ExitCode));
        Assert.Contains("was changed by somebody else", changed.Error, StringComparison.Ordinal);
        Assert.Contains("homeward migrate --plan", refused.Error, StringComparison.Ordinal);
        Assert.Equal(
            ["trigger users__remains"],
            plan.Json().GetProperty("rules").EnumerateArray().Select(it => it.GetString()));
        await DoneAsync("status", "--data", Data);

        Task<CommandLine> MigrateAsync(params string[] more) =>
            CommandLine.Run(["migrate", "--data", Data, .. more]);
    }

    [Fact]
    public async Task With_PostgreSQL_the_owner_migrates_what_he_has_backed_up()
    {
        if (PostgresServer.Missing is { } reason) Skipping.Because(reason);
        var (server, name) = (PostgresServer.Instance, PostgresServer.Instance.NewName());
        await server.CreateAsync(name, template: null);
        try
        {
            var (owner, application) = (server.AsOwner(name) + ";Pooling=false", server.AsApplication(name));
            await InitAsync("in-postgres", "--postgres", application + ";Pooling=false", "--postgres-owner", owner);
            var next = new PostgresCases(owner, PostgresServer.Application, FurtherVersion.Known);
            Task<CommandLine> RunAsync(params string[] more) =>
                MigrateCommandTests.RunAsync(
                    next, ["migrate", "--data", _folder["in-postgres"], "--postgres-owner", owner, .. more]);

            var ownerless = await CommandLine.Run("migrate", "--data", _folder["in-postgres"]);
            var application2 = await CommandLine.Run(
                "migrate", "--data", _folder["in-postgres"], "--postgres-owner", application, "--backed-up");
            var bare = await RunAsync();
            CommandLine meanwhile;
            await using (var other = new NpgsqlConnection(application + ";Pooling=false"))
            {
                await other.OpenAsync(Cancel);
                meanwhile = await RunAsync("--backed-up");
            }
            var done = await RunAsync("--backed-up", "--json");

            Assert.Equal(
                [2, 2, 2, 2, 0],
                new[] { ownerless, application2, bare, meanwhile, done }.Select(it => it.ExitCode));
            Assert.True(done.Json().GetProperty("isOfThisVersion").GetBoolean());
            Assert.Empty(await new PostgresCases(application, PostgresServer.Application, FurtherVersion.Known)
                .FaultsAsync(Cancel));
        }
        finally
        {
            await server.DropAsync(name);
        }
    }

    /// <summary>As the next release would run it.</summary>
    Task<CommandLine> NextAsync(params string[] more) => RunAsync(Next, ["migrate", "--data", Data, .. more]);

    static async Task<CommandLine> RunAsync(CaseLocation cases, string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await MigrateCommand.Create(_ => cases).Parse(args[1..]).InvokeAsync(
            new() { Output = output, Error = error, EnableDefaultExceptionHandler = false }, Cancel);
        return new(exitCode, output.ToString(), error.ToString());
    }

    Task InitAsync(string folder = "data", params string[] more) => DoneAsync(
    [
        "init", "--data", _folder[folder], "--agency", "Police", "--administrator", "One", "--administrator", "Two",
        "--approver", "Three", "--operator", "desk", .. more,
    ]);

    static async Task DoneAsync(params string[] args)
    {
        var run = await CommandLine.Run(args);
        Assert.True(run.ExitCode == 0, string.Join(' ', args) + "\n" + run.Output + run.Error);
    }

    static async Task<object?> RawAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(Cancel);
    }
}
