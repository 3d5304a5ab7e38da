using System.Data.Common;
using Homeward.Storage.Rules;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Homeward.Storage.Sqlite;

/// <summary>The case database as a file, <c>cases.db</c>.</summary>
public sealed class SqliteCases(string path) : CaseLocation
{
    const int Busy = 5;
    const int Locked = 6;
    const int SecondsToWaitForAnotherProcess = 30;

    static readonly Lazy<Task<SortedSet<string>>> Expected = new(ExpectedCatalogueAsync);

    readonly PooledDbContextFactory<SqliteCaseContext> _contexts = new(Options(new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = SqliteOpenMode.ReadWrite,
        ForeignKeys = true,
        DefaultTimeout = SecondsToWaitForAnotherProcess,
    }.ToString()));

    /// <summary>The file has one writer at a time; ours queue before it, in order.</summary>
    internal override int Writers => 1;

    private protected override CaseContext PooledContext() => _contexts.CreateDbContext();

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
        await using var context = NewContext();
        await CreateSchemaAsync(context, cancel);
    }

    internal override async Task<IReadOnlyList<string>> FaultsAsync(CancellationToken cancel)
    {
        await using var context = NewContext();
        return SqliteCatalogue.Difference(await Expected.Value, await SqliteCatalogue.ReadAsync(context, cancel));
    }

    internal override async Task RenewRulesAsync(DbContext context, CancellationToken cancel)
    {
        await SqliteCatalogue.DropRulesAsync(context, cancel);
        var tables = TableRules.Of(context.Model);
        foreach (var rule in tables.SelectMany(SqliteTableRules.Of))
            await SqliteCatalogue.RunAsync(context, rule, cancel);
        foreach (var rule in RuleFiles.Of("Views").Concat(RuleFiles.Of("Sqlite")))
            await SqliteCatalogue.RunAsync(context, rule, cancel);
    }

    internal override bool IsTransient(DbException exception) =>
        exception is SqliteException { SqliteErrorCode: Busy or Locked };

    static DbContextOptions<SqliteCaseContext> Options(string connection) =>
        new DbContextOptionsBuilder<SqliteCaseContext>()
            .UseSqlite(connection)
            .UseSnakeCaseNamingConvention()
            .AddInterceptors(SqlitePragmas.Instance)
            .Options;

    async Task CreateSchemaAsync(DbContext context, CancellationToken cancel)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        await context.GetService<IRelationalDatabaseCreator>().CreateTablesAsync(cancel);
        await RenewRulesAsync(context, cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>The catalogue of an empty database in memory, made as every other is made.</summary>
    static async Task<SortedSet<string>> ExpectedCatalogueAsync()
    {
        await using var memory = new SqliteConnection("Data Source=:memory:");
        await memory.OpenAsync();
        var options = new DbContextOptionsBuilder<SqliteCaseContext>()
            .UseSqlite(memory).UseSnakeCaseNamingConvention().Options;
        await using var context = new SqliteCaseContext(options);
        await new SqliteCases(":memory:").CreateSchemaAsync(context, CancellationToken.None);
        return await SqliteCatalogue.ReadAsync(context, CancellationToken.None);
    }
}
