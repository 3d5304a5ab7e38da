using System.Data.Common;
using Homeward.Storage;
using Homeward.Storage.Sqlite;
using Homeward.Tests.Storage.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Homeward.Tests.Storage.Rules;

/// <summary>A change of the schema rebuilds the tables that rules stand on, by the SQL that EF Core writes for it.
/// </summary>
public abstract class RebuiltSchemaContract(TestDatabase database)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_migration_that_rebuilds_every_table_keeps_the_rules_and_the_rows()
    {
        _ = database.Cases;
        var (before, objects) = (await RowsAsync(), await ObjectsAsync());
        await using (var context = Owner().ContextToChange())
        {
            var script = ScriptOf(context);
            Assert.All(TablesOf(context), it => Assert.Contains(it.Name, script, StringComparison.Ordinal));

            await Owner().ChangeAsync(context, script, Cancel);
        }

        Assert.Equal(objects, await ObjectsAsync());
        Assert.Equal(before, await RowsAsync());
        await using var connection = await database.RawAsync();
        await Assert.ThrowsAnyAsync<DbException>(() => RawSql.RunAsync(connection, "DELETE FROM users"));
    }

    [Fact]
    public async Task A_migration_that_fails_leaves_everything_as_it_was()
    {
        _ = database.Cases;
        var objects = await ObjectsAsync();
        await using (var context = Owner().ContextToChange())
            await Assert.ThrowsAnyAsync<DbException>(
                () => Owner().ChangeAsync(context, ScriptOf(context) + "\nSELECT * FROM no_such_table;", Cancel));

        Assert.Equal(objects, await ObjectsAsync());
    }

    /// <summary>Otherwise a migration would make good what somebody did, and nobody would ever know.</summary>
    [Fact]
    public async Task A_database_whose_rules_were_changed_is_not_migrated()
    {
        _ = database.Cases;
        var objects = await ObjectsAsync();
        await using var connection = await database.OwnerAsync();
        await RawSql.RunAsync(connection, Loosen);

        await Assert.ThrowsAsync<ChangedSchemaException>(() => CaseDatabase.MigrateAsync(Owner(), Cancel));

        await RawSql.RunAsync(connection, Tighten);
        await using (var context = Owner().ContextToChange()) await Owner().ChangeAsync(context, "SELECT 1;", Cancel);
        Assert.Equal(objects, await ObjectsAsync());
    }

    [Fact]
    public async Task A_database_of_another_version_is_not_served()
    {
        _ = database.Cases;
        await using var connection = await database.OwnerAsync();
        await RawSql.RunAsync(connection, "INSERT INTO schema_history VALUES ('99990101000000_Later', '10')");
        Assert.True(
            (await Assert.ThrowsAsync<OtherVersionException>(() => database.Location.FaultsAsync(Cancel))).IsNewer);
        await Assert.ThrowsAsync<OtherVersionException>(() => CaseDatabase.MigrateAsync(Owner(), Cancel));

        // As if this version had a change that the database has not seen.
        await RawSql.RunAsync(connection, "CREATE TEMPORARY TABLE kept AS SELECT * FROM schema_history");
        await RawSql.RunAsync(connection, "DELETE FROM schema_history");
        Assert.False(
            (await Assert.ThrowsAsync<OtherVersionException>(() => database.Location.FaultsAsync(Cancel))).IsNewer);

        await RawSql.RunAsync(
            connection, "INSERT INTO schema_history SELECT * FROM kept WHERE migration_id < '99990101000000'");
        await database.Location.FaultsAsync(Cancel);
    }

    /// <summary>As <c>dotnet ef migrations has-pending-model-changes</c>. CONTRIBUTING says how to write one.</summary>
    [Fact]
    public void The_migrations_lead_to_the_tables_that_the_program_knows()
    {
        _ = database.Cases;
        using var context = database.Location.ContextToChange();
        Assert.False(context.Database.HasPendingModelChanges());
    }

    /// <summary>As the role that may change the schema.</summary>
    protected abstract CaseLocation Owner();

    /// <summary>Takes the trigger <c>users__remains</c> away.</summary>
    protected abstract string Loosen { get; }

    /// <summary>Makes it again.</summary>
    protected abstract string Tighten { get; }

    /// <summary>What the catalogue says of tables, indexes, views, triggers and functions; columns in any order.
    /// </summary>
    protected abstract Task<IReadOnlyList<string>> ObjectsAsync();

    /// <summary>What makes EF Core rebuild a table, or the nearest to it.</summary>
    private protected abstract IEnumerable<MigrationOperation> Rebuilt(ITable table);

    string ScriptOf(DbContext context)
    {
        var model = context.GetService<IDesignTimeModel>().Model;
        var commands = context.GetService<IMigrationsSqlGenerator>()
            .Generate([.. TablesOf(context).SelectMany(Rebuilt)], model);
        return string.Join('\n', commands.Select(it => it.CommandText));
    }

    static List<ITable> TablesOf(DbContext context) =>
        [.. context.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables];

    /// <summary>How many rows there are, by table.</summary>
    async Task<List<(string Table, long Rows)>> RowsAsync()
    {
        await using var context = Owner().ContextToChange();
        await using var connection = await database.RawAsync();
        var rows = new List<(string, long)>();
        foreach (var table in TablesOf(context).Select(it => it.Name).Order(StringComparer.Ordinal))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT count(*) FROM " + table;
            rows.Add((table, (long)(await command.ExecuteScalarAsync(Cancel))!));
        }
        Assert.Contains(rows, it => it.Item2 > 0);
        return rows;
    }
}

public sealed class SqliteRebuiltSchemaTests(SqliteTestDatabase database)
    : RebuiltSchemaContract(database), IClassFixture<SqliteTestDatabase>
{
    protected override CaseLocation Owner() => database.Location;

    protected override string Loosen => "DROP TRIGGER users__remains";

    protected override string Tighten => """
        CREATE TRIGGER users__remains BEFORE DELETE ON users
        BEGIN
            SELECT RAISE(ABORT, 'rule: rows-stay');
        END
        """;

    protected override async Task<IReadOnlyList<string>> ObjectsAsync()
    {
        await using var context = Owner().NewContext();
        var objects = await SqliteCatalogue.ReadAsync(context, TestContext.Current.CancellationToken);
        return [.. objects.Select(it => string.Join('\n', it.Split('\n').Select(line => line.TrimEnd(',')).Order()))];
    }

    /// <summary>A new table, the rows, the name: triggers go with the old one.</summary>
    private protected override IEnumerable<MigrationOperation> Rebuilt(ITable table)
    {
        var check = table.CheckConstraints.First();
        yield return new DropCheckConstraintOperation { Table = table.Name, Name = check.Name! };
        yield return new AddCheckConstraintOperation { Table = table.Name, Name = check.Name!, Sql = check.Sql };
    }
}

public sealed class PostgresRebuiltSchemaTests(PostgresTestDatabase database)
    : RebuiltSchemaContract(database), IClassFixture<PostgresTestDatabase>
{
    protected override CaseLocation Owner() => database.OwnerLocation();

    protected override string Loosen => "DROP TRIGGER users__remains ON users";

    protected override string Tighten => """
        CREATE TRIGGER users__remains BEFORE DELETE OR TRUNCATE ON users
        FOR EACH STATEMENT EXECUTE FUNCTION rows_stay()
        """;

    /// <summary>The seal is over all of it.</summary>
    protected override async Task<IReadOnlyList<string>> ObjectsAsync() =>
        await database.Location.FaultsAsync(TestContext.Current.CancellationToken);

    /// <summary>PostgreSQL rewrites a table in place; here by a column that becomes of another type and goes.
    /// </summary>
    private protected override IEnumerable<MigrationOperation> Rebuilt(ITable table)
    {
        yield return new SqlOperation { Sql = $"ALTER TABLE {table.Name} ADD COLUMN rebuilt text DEFAULT '1';" };
        yield return new SqlOperation
        {
            Sql = $"ALTER TABLE {table.Name} ALTER COLUMN rebuilt DROP DEFAULT, "
                + "ALTER COLUMN rebuilt TYPE integer USING rebuilt::integer;",
        };
        yield return new DropColumnOperation { Table = table.Name, Name = "rebuilt" };
    }
}
