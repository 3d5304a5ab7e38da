using System.Data.Common;
using Homeward.Storage;
using Homeward.Tests.Storage.Databases;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Tests.Storage.Rules;

/// <summary>A change of the schema rebuilds the tables that rules stand on.</summary>
public abstract class RebuiltSchemaContract(TestDatabase database)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_migration_that_rebuilds_every_table_keeps_the_rules()
    {
        _ = database.Cases;
        await using (var context = Owner().NewContext())
        {
            await context.Database.OpenConnectionAsync(Cancel);
            await RebuildAsync(context.Database.GetDbConnection(), [.. TablesOf(context)]);
            Assert.NotEmpty(await database.Location.FaultsAsync(Cancel));
            await Owner().RenewRulesAsync(context, Cancel);
        }

        Assert.Empty(await database.Location.FaultsAsync(Cancel));
        await using var connection = await database.RawAsync();
        await Assert.ThrowsAnyAsync<DbException>(() => RawSql.RunAsync(connection, "DELETE FROM users"));
    }

    /// <summary>As the role that may change the schema.</summary>
    protected abstract CaseLocation Owner();

    protected abstract Task RebuildAsync(DbConnection connection, string[] tables);

    static IEnumerable<string> TablesOf(DbContext context) =>
        context.Model.GetEntityTypes().Select(it => it.GetTableName()).OfType<string>().Distinct();
}

public sealed class SqliteRebuiltSchemaTests(SqliteTestDatabase database)
    : RebuiltSchemaContract(database), IClassFixture<SqliteTestDatabase>
{
    protected override CaseLocation Owner() => database.Location;

    /// <summary>As EF Core does it: a new table, the rows, the name. Triggers and indexes go with the old one; rules
    /// are dropped first, since views hold on to what they read.</summary>
    protected override async Task RebuildAsync(DbConnection connection, string[] tables)
    {
        await RawSql.RunAsync(connection, "PRAGMA foreign_keys = OFF; PRAGMA legacy_alter_table = ON");
        foreach (var view in await NamesAsync(connection, "type = 'view'"))
            await RawSql.RunAsync(connection, $"DROP VIEW {view}");
        foreach (var trigger in await NamesAsync(connection, "type = 'trigger'"))
            await RawSql.RunAsync(connection, $"DROP TRIGGER {trigger}");
        foreach (var table in tables)
        {
            var indexes = await TextsAsync(connection, $"type = 'index' AND tbl_name = '{table}' AND sql IS NOT NULL");
            var text = (await TextsAsync(connection, $"type = 'table' AND name = '{table}'")).Single();
            var name = $"CREATE TABLE \"{table}\" (";
            Assert.StartsWith(name, text, StringComparison.Ordinal);
            await RawSql.RunAsync(connection, "CREATE TABLE \"rebuilt\" (" + text[name.Length..]);
            await RawSql.RunAsync(connection, $"INSERT INTO rebuilt SELECT * FROM {table}");
            await RawSql.RunAsync(connection, $"DROP TABLE {table}");
            await RawSql.RunAsync(connection, $"ALTER TABLE rebuilt RENAME TO \"{table}\"");
            foreach (var index in indexes) await RawSql.RunAsync(connection, index);
        }
        await RawSql.RunAsync(connection, "PRAGMA legacy_alter_table = OFF; PRAGMA foreign_keys = ON");
    }

    static Task<List<string>> NamesAsync(DbConnection connection, string which) =>
        ColumnAsync(connection, "SELECT name FROM sqlite_master WHERE " + which);

    static Task<List<string>> TextsAsync(DbConnection connection, string which) =>
        ColumnAsync(connection, "SELECT sql FROM sqlite_master WHERE " + which);

    static async Task<List<string>> ColumnAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var found = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken)) found.Add(reader.GetString(0));
        return found;
    }
}

public sealed class PostgresRebuiltSchemaTests(PostgresTestDatabase database)
    : RebuiltSchemaContract(database), IClassFixture<PostgresTestDatabase>
{
    protected override CaseLocation Owner() => database.OwnerLocation();

    /// <summary>PostgreSQL rewrites a table in place; functions go, and their triggers with them, as when a migration
    /// replaces them.</summary>
    protected override async Task RebuildAsync(DbConnection connection, string[] tables)
    {
        await RawSql.RunAsync(connection, "DROP FUNCTION rows_stay() CASCADE");
        foreach (var table in tables)
        {
            await RawSql.RunAsync(connection, $"ALTER TABLE {table} ADD COLUMN rebuilt integer DEFAULT 1");
            await RawSql.RunAsync(connection, $"ALTER TABLE {table} DROP COLUMN rebuilt");
        }
    }
}
