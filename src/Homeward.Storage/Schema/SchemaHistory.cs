using Homeward.Genetics.Primitives;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace Homeward.Storage.Schema;

/// <summary>Which changes of the schema a database has seen.</summary>
static class SchemaHistory
{
    /// <summary>The table that names them.</summary>
    public const string Table = "schema_history";

    /// <summary>The changes that lead from a database's tables to those of this version; null when it has none to make.
    /// </summary>
    /// <exception cref="OtherVersionException">The database is ahead of this version.</exception>
    public static async Task<string?> ScriptAsync(DbContext context, CancellationToken cancel)
    {
        var applied = await AppliedAsync(context, cancel);
        var known = context.Database.GetMigrations().ToList();
        return applied.Count == known.Count
            ? null
            : context.GetService<IMigrator>().GenerateScript(
                applied.LastOrDefault() ?? Migration.InitialDatabase, known[^1],
                // One transaction holds all of it, and the rules.
                MigrationsSqlGenerationOptions.NoTransactions);
    }

    /// <summary>Their names, in order.</summary>
    /// <exception cref="OtherVersionException">The database is ahead of this version.</exception>
    public static async Task<IReadOnlyList<string>> AheadAsync(DbContext context, CancellationToken cancel)
    {
        var applied = await AppliedAsync(context, cancel);
        return [.. context.Database.GetMigrations().Skip(applied.Count)];
    }

    /// <summary>Whether a database has tables of any version.</summary>
    public static async Task<bool> IsThereAsync(DbContext context, CancellationToken cancel) =>
        await context.Database.SqlQueryRaw<long>(
            context.Database.IsSqlite()
                ? $"SELECT count(*) AS \"Value\" FROM sqlite_master WHERE type = 'table' AND name = '{Table}'"
                : $"SELECT count(to_regclass('cases.{Table}')) AS \"Value\"").SingleAsync(cancel) > 0;

    /// <summary>Statement after statement, as the tool for the database would run the file.</summary>
    public static async Task RunAsync(DbContext context, string? script, CancellationToken cancel)
    {
        if (script is null) return;
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = script;
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Whether a database has seen just the changes that this version knows.</summary>
    /// <exception cref="OtherVersionException">It has not.</exception>
    public static async Task CheckAsync(DbContext context, CancellationToken cancel)
    {
        var applied = await AppliedAsync(context, cancel);
        if (applied.Count < context.Database.GetMigrations().Count()) throw new OtherVersionException(isNewer: false);
    }

    static async Task<List<string>> AppliedAsync(DbContext context, CancellationToken cancel)
    {
        var known = context.Database.GetMigrations().ToList();
        Check.That(known.Count > 0);
        var applied = await IsThereAsync(context, cancel)
            ? await context.Database.SqlQueryRaw<string>(
                $"SELECT migration_id AS \"Value\" FROM {Table} ORDER BY migration_id").ToListAsync(cancel)
            : [];
        return applied.SequenceEqual(known.Take(applied.Count))
            ? applied : throw new OtherVersionException(isNewer: true);
    }
}
