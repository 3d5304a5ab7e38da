using System.Collections.Concurrent;
using System.Data.Common;
using Homeward.Storage.Rules;
using Homeward.Storage.Schema;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Sqlite;

/// <summary>The case database as a file, <c>cases.db</c>.</summary>
public sealed class SqliteCases(string path) : CaseLocation
{
    const int Busy = 5;
    const int Locked = 6;
    const int SecondsToWaitForAnotherProcess = 30;

    static readonly Lazy<Task<SortedSet<string>>> Expected = new(ExpectedCatalogueAsync);

    readonly DbContextOptions<SqliteCaseContext> _options = Options(new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = SqliteOpenMode.ReadWrite,
        ForeignKeys = true,
        DefaultTimeout = SecondsToWaitForAnotherProcess,
        // Contexts stay open and are used again, which is more than a pool of connections does.
        Pooling = false,
    }.ToString());

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
            DataSource = path,
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

    internal override CaseContext ContextToChange() => new SqliteCaseContext(Options(new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = SqliteOpenMode.ReadWrite,
        // A table is rebuilt by dropping it; that all references hold is asked once, at the end.
        ForeignKeys = false,
        Pooling = false,
    }.ToString()));

    internal override async Task<IReadOnlyList<string>> FaultsAsync(CancellationToken cancel)
    {
        await using var context = NewContext();
        await SchemaHistory.CheckAsync(context, cancel);
        return SqliteCatalogue.Difference(await Expected.Value, await SqliteCatalogue.ReadAsync(context, cancel));
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

    internal static DbContextOptions<SqliteCaseContext> Options(string connection) =>
        new DbContextOptionsBuilder<SqliteCaseContext>()
            .UseSqlite(connection, it => it.MigrationsHistoryTable(SchemaHistory.Table))
            .UseSnakeCaseNamingConvention()
            .AddInterceptors(SqlitePragmas.Instance, SqliteStatements.Instance)
            .Options;

    /// <summary>The catalogue of an empty database in memory, made as every other is made.</summary>
    static async Task<SortedSet<string>> ExpectedCatalogueAsync()
    {
        await using var memory = new SqliteConnection("Data Source=:memory:");
        await memory.OpenAsync();
        var options = new DbContextOptionsBuilder<SqliteCaseContext>()
            .UseSqlite(memory, it => it.MigrationsHistoryTable(SchemaHistory.Table))
            .UseSnakeCaseNamingConvention().Options;
        await using var context = new SqliteCaseContext(options);
        await new SqliteCases(":memory:").ChangeAsync(context, script: null, CancellationToken.None);
        return await SqliteCatalogue.ReadAsync(context, CancellationToken.None);
    }
}
