using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Homeward.Storage.Sqlite;

/// <summary>What SQLite knows of its tables, indexes, views and triggers: the text of each.</summary>
static class SqliteCatalogue
{
    public static async Task<SortedSet<string>> ReadAsync(DbContext context, CancellationToken cancel)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var (type, name, text) in RowsAsync(context, cancel))
            found.Add($"{type} {name}\n{text}");
        return found;
    }

    /// <summary>The objects that are missing, or are not as they should be; by kind and name.</summary>
    public static List<string> Difference(SortedSet<string> expected, SortedSet<string> actual) =>
    [
        .. expected.Except(actual).Select(it => it.Split('\n')[0])
            .Union(actual.Except(expected).Select(it => it.Split('\n')[0])),
    ];

    public static async Task DropRulesAsync(DbContext context, CancellationToken cancel)
    {
        var rules = new List<string>();
        await foreach (var (type, name, _) in RowsAsync(context, cancel))
            if (type is "view" or "trigger") rules.Add($"DROP {type} \"{name}\"");
        foreach (var rule in rules) await RunAsync(context, rule, cancel);
    }

    /// <summary>Keeps a digest of what there is, so that the next change of the schema can tell whether somebody else
    /// made one before.</summary>
    public static async Task SealAsync(DbContext context, CancellationToken cancel)
    {
        await RunAsync(context, "CREATE TABLE IF NOT EXISTS schema_seal (digest TEXT NOT NULL)", cancel);
        var digest = await DigestAsync(context, cancel);
        await RunAsync(
            context, $"DELETE FROM schema_seal; INSERT INTO schema_seal (digest) VALUES ('{digest}')", cancel);
    }

    public static async Task<bool> IsSealedAsync(DbContext context, CancellationToken cancel)
    {
        await using var command = Command(context, "SELECT group_concat(digest) FROM schema_seal");
        return await command.ExecuteScalarAsync(cancel) as string == await DigestAsync(context, cancel);
    }

    /// <exception cref="ChangedSchemaException">A row names one that is not there.</exception>
    public static async Task CheckReferencesAsync(DbContext context, CancellationToken cancel)
    {
        await using var command = Command(context, "SELECT DISTINCT \"table\" FROM pragma_foreign_key_check");
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var tables = new List<string>();
        while (await reader.ReadAsync(cancel)) tables.Add("references of " + reader.GetString(0));
        if (tables.Count > 0) throw new ChangedSchemaException(tables);
    }

    static async Task<string> DigestAsync(DbContext context, CancellationToken cancel)
    {
        var text = string.Join('\n', await ReadAsync(context, cancel));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    public static async Task RunAsync(DbContext context, string sql, CancellationToken cancel)
    {
        await using var command = Command(context, sql);
        await command.ExecuteNonQueryAsync(cancel);
    }

    static async IAsyncEnumerable<(string Type, string Name, string Text)> RowsAsync(
        DbContext context, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await context.Database.OpenConnectionAsync(cancel);
        await using var command = Command(
            context,
            """
            SELECT type, name, coalesce(sql, '') FROM sqlite_master
            WHERE name NOT LIKE 'sqlite\_%' ESCAPE '\' ORDER BY type, name
            """);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
            yield return (reader.GetString(0), reader.GetString(1), reader.GetString(2));
    }

    static DbCommand Command(DbContext context, string sql)
    {
        var command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = sql;
        return command;
    }
}
