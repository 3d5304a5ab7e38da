using System.Collections.Concurrent;
using System.Data.Common;
using Homeward.Storage.Rules;
using Homeward.Storage.Schema;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Sqlite;

/// <summary>The case database as a file, <c>cases.db</c>.</summary>
public sealed class SqliteCases : CaseLocation
{
    const int Busy = 5;
    const int Locked = 6;
    const int SecondsToWaitForAnotherProcess = 30;
    const int SecondsToWaitForOneThatCloses = 1;

    static readonly Lazy<Task<SortedSet<string>>> OfThisVersion = new(() => ExpectedCatalogueAsync(null));

    readonly string _path;
    readonly Action<DbContextOptionsBuilder>? _further;
    readonly DbContextOptions<SqliteCaseContext> _options;
    readonly Lazy<Task<SortedSet<string>>> _expected;

    public SqliteCases(string path)
        : this(path, further: null)
    {
    }

    /// <param name="path">The file.</param>
    /// <param name="further">What a version knows that came after this one.</param>
    internal SqliteCases(string path, Action<DbContextOptionsBuilder>? further)
    {
        (_path, _further) = (path, further);
        _options = Options(
            new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Mode = SqliteOpenMode.ReadWrite,
                ForeignKeys = true,
                DefaultTimeout = SecondsToWaitForAnotherProcess,
                // Contexts stay open and are used again, which is more than a pool of connections does.
                Pooling = false,
            }.ToString(),
            further);
        _expected = further is null ? OfThisVersion : new(() => ExpectedCatalogueAsync(further));
    }

    readonly ConcurrentBag<SqliteCaseContext> _idle = [];

    /// <summary>The file has one writer at a time; ours queue before it, in order.</summary>
    internal override int Writers => 1;

    private protected override CaseContext PooledContext() =>
        _idle.TryTake(out var context) ? context : new SqliteCaseContext(_options, _idle);

    internal override void Rest()
    {
        while (_idle.TryTake(out var context)) context.End();
    }

    internal override async Task CreateAsync(CancellationToken cancel)
    {
        await using (var file = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = _path,
            Mode = SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
        }.ToString()))
        {
            await file.OpenAsync(cancel);
            await using var command = file.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = WAL";
            await command.ExecuteNonQueryAsync(cancel);
        }
        await CreateTablesAsync(cancel);
    }

    internal override CaseContext ContextToChange() => new SqliteCaseContext(Options(
        new SqliteConnectionStringBuilder
        {
            DataSource = _path,
            Mode = SqliteOpenMode.ReadWrite,
            // A table is rebuilt by dropping it; that all references hold is asked once, at the end.
            ForeignKeys = false,
            Pooling = false,
        }.ToString(),
        _further));

    private protected override async Task<IReadOnlyList<string>> FaultsAsync(
        DbContext context, CancellationToken cancel) =>
        SqliteCatalogue.Difference(await _expected.Value, await SqliteCatalogue.ReadAsync(context, cancel));

    /// <summary>Whoever has a file with a write-ahead log open holds a lock that keeps this one out.</summary>
    internal override async Task<bool> IsInUseAsync(CancellationToken cancel)
    {
        await using var file = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = _path, Mode = SqliteOpenMode.ReadWrite, Pooling = false }
                .ToString());
        await file.OpenAsync(cancel);
        await using var command = file.CreateCommand();
        command.CommandTimeout = SecondsToWaitForOneThatCloses;
        command.CommandText = "PRAGMA locking_mode = EXCLUSIVE";
        await command.ExecuteNonQueryAsync(cancel);
        try
        {
            // Apart from the pragma, whose row would keep the failure of what stands after it.
            command.CommandText = "BEGIN EXCLUSIVE";
            await command.ExecuteNonQueryAsync(cancel);
            command.CommandText = "ROLLBACK";
            await command.ExecuteNonQueryAsync(cancel);
            return false;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is Busy or Locked)
        {
            return true;
        }
    }

    private protected override async Task<bool> IsAsSealedAsync(DbContext context, CancellationToken cancel) =>
        await SqliteCatalogue.IsSealedAsync(context, cancel);

    private protected override Task DropRulesAsync(DbContext context, CancellationToken cancel) =>
        SqliteCatalogue.DropRulesAsync(context, cancel);

    private protected override async Task MakeRulesAsync(DbContext context, CancellationToken cancel)
    {
        var tables = TableRules.Of(context.Model);
        foreach (var rule in tables.SelectMany(SqliteTableRules.Of))
            await SqliteCatalogue.RunAsync(context, rule, cancel);
        foreach (var rule in RuleFiles.Of("Views").Concat(RuleFiles.Of("Sqlite")))
            await SqliteCatalogue.RunAsync(context, rule, cancel);
        await SqliteCatalogue.CheckReferencesAsync(context, cancel);
        await SqliteCatalogue.SealAsync(context, cancel);
    }

    internal override bool IsTransient(DbException exception) =>
        exception is SqliteException { SqliteErrorCode: Busy or Locked };

    internal static DbContextOptions<SqliteCaseContext> Options(
        string connection, Action<DbContextOptionsBuilder>? further = null)
    {
        var options = new DbContextOptionsBuilder<SqliteCaseContext>()
            .UseSqlite(connection, it => it.MigrationsHistoryTable(SchemaHistory.Table))
            .UseSnakeCaseNamingConvention()
            .AddInterceptors(SqlitePragmas.Instance, SqliteStatements.Instance);
        further?.Invoke(options);
        return options.Options;
    }

    /// <summary>The catalogue of an empty database in memory, made as every other is made.</summary>
    static async Task<SortedSet<string>> ExpectedCatalogueAsync(Action<DbContextOptionsBuilder>? further)
    {
        await using var memory = new SqliteConnection("Data Source=:memory:");
        await memory.OpenAsync();
        var options = new DbContextOptionsBuilder<SqliteCaseContext>()
            .UseSqlite(memory, it => it.MigrationsHistoryTable(SchemaHistory.Table))
            .UseSnakeCaseNamingConvention();
        further?.Invoke(options);
        await using var context = new SqliteCaseContext(options.Options);
        await new SqliteCases(":memory:").ChangeAsync(context, script: null, CancellationToken.None);
        return await SqliteCatalogue.ReadAsync(context, CancellationToken.None);
    }
}
