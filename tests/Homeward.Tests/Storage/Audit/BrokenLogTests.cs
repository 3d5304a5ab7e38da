using System.Data.Common;
using Homeward.Cases.Agencies;
using Homeward.Cases.Time;
using Homeward.Storage.Access;
using Homeward.Storage.Agencies;
using Homeward.Tests.Storage.Databases;

namespace Homeward.Tests.Storage.Audit;

/// <summary>Nothing is handed out and nothing is done that cannot be recorded first.</summary>
public sealed class BrokenLogTests(SqliteTestDatabase database) : IClassFixture<SqliteTestDatabase>
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A disk that is full and a log that has gone are the same to the caller: the database's exception, and
    /// no data.</summary>
    [Theory]
    [InlineData(
        "CREATE TRIGGER full_disk BEFORE INSERT ON entry BEGIN SELECT RAISE(FAIL, 'disk is full'); END",
        "DROP TRIGGER full_disk")]
    [InlineData("ALTER TABLE entry RENAME TO entry_elsewhere", "ALTER TABLE entry_elsewhere RENAME TO entry")]
    public async Task While_the_log_cannot_be_written_reads_and_acts_fail_and_go_on_afterwards(
        string attack, string repair)
    {
        var officer = new AgencyStore(database.As(MadeUpState.Officer));
        var administrator = new AgencyStore(database.As(MadeUpState.Administrator));
        var before = await officer.AllAsync(Cancel);

        Run(attack);
        await Assert.ThrowsAnyAsync<DbException>(() => officer.AllAsync(Cancel));
        await Assert.ThrowsAnyAsync<DbException>(() => administrator.AddAsync(NewAgency(), Cancel));
        Run(repair);

        Assert.Equal(before.Select(it => it.Id), (await officer.AllAsync(Cancel)).Select(it => it.Id));
    }

    /// <summary>A refusal too is told only once it is recorded.</summary>
    [Fact]
    public async Task While_the_log_cannot_be_written_a_refusal_fails_too()
    {
        var grants = new AccessStore(database.As(MadeUpState.Officer));
        await Assert.ThrowsAsync<AccessRefusedException>(() => grants.OfAsync(MadeUpState.Officer.Id, Cancel));

        Run("CREATE TRIGGER full_disk BEFORE INSERT ON entry BEGIN SELECT RAISE(FAIL, 'disk is full'); END");
        await Assert.ThrowsAnyAsync<DbException>(() => grants.OfAsync(MadeUpState.Officer.Id, Cancel));
        Run("DROP TRIGGER full_disk");
    }

    static Agency NewAgency() => MadeUpState.Police with { Id = new(new Ids(TimeProvider.System).Next()) };

    void Run(string sql)
    {
        using var connection = database.Audit.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
