using Homeward.Cases.Agencies;
using Homeward.Storage.Agencies;
using Homeward.Tests.Storage.Databases;

namespace Homeward.Tests.Storage;

public abstract class CaseDatabaseContract(TestDatabase database)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_recorded_comes_back_as_it_was()
    {
        var agencies = new AgencyStore(database.As(MadeUpState.Officer));

        var all = await agencies.AllAsync(Cancel);

        Assert.Equal(
            new[] { MadeUpState.Police, MadeUpState.Welfare, MadeUpState.Court }.OrderBy(it => it.Id.Value),
            all.Where(it => it.Kind is AgencyKind.PublicSecurity or AgencyKind.WelfareInstitution or AgencyKind.Court)
                .OrderBy(it => it.Id.Value));
    }

    [Fact]
    public async Task Every_row_names_the_entry_of_the_act_that_wrote_it()
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(DISTINCT entry_id) FROM users";

        Assert.Equal(MadeUpState.Users.Count, Convert.ToInt32(await command.ExecuteScalarAsync(Cancel), null));
    }

    [Theory]
    [InlineData("DELETE FROM users")]
    [InlineData("UPDATE users SET name = 'x'")]
    [InlineData("UPDATE agencies SET id = (SELECT id FROM users LIMIT 1) WHERE kind = 'Court'")]
    [InlineData("DELETE FROM agencies")]
    [InlineData("INSERT INTO users SELECT * FROM users LIMIT 1")]
    [InlineData("UPDATE agencies SET kind = 'Kiosk'")]
    public async Task Rows_stay_whoever_writes(string attack)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = attack;

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => command.ExecuteNonQueryAsync(Cancel));
    }

    [Fact]
    public async Task A_database_whose_rules_were_changed_is_not_served()
    {
        _ = database.Cases;
        await using var connection = await database.OwnerAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = Drop("users__stays", "users");
        await command.ExecuteNonQueryAsync(Cancel);
        try
        {
            Assert.NotEmpty(await database.Location.FaultsAsync(Cancel));
        }
        finally
        {
            command.CommandText = Restore;
            await command.ExecuteNonQueryAsync(Cancel);
        }
        Assert.Empty(await database.Location.FaultsAsync(Cancel));
    }

    protected abstract string Drop(string trigger, string table);

    /// <summary>Makes the trigger <c>users__stays</c> again.</summary>
    protected abstract string Restore { get; }

    async Task<System.Data.Common.DbConnection> OpenAsync()
    {
        _ = database.Cases;
        return await database.RawAsync();
    }
}

public sealed class SqliteCaseDatabaseTests(SqliteTestDatabase database)
    : CaseDatabaseContract(database), IClassFixture<SqliteTestDatabase>
{
    protected override string Drop(string trigger, string table) => $"DROP TRIGGER {trigger}";

    protected override string Restore => """
        CREATE TRIGGER users__stays BEFORE UPDATE ON users

        BEGIN
            SELECT RAISE(ABORT, 'rule: rows-stay');
        END
        """;
}

public sealed class PostgresCaseDatabaseTests(PostgresTestDatabase database)
    : CaseDatabaseContract(database), IClassFixture<PostgresTestDatabase>
{
    protected override string Drop(string trigger, string table) => $"DROP TRIGGER {trigger} ON {table}";

    protected override string Restore => """
        CREATE TRIGGER users__stays BEFORE UPDATE ON users FOR EACH STATEMENT EXECUTE FUNCTION rows_stay()
        """;
}
