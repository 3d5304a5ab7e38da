using System.Data;
using Homeward.Tests.Storage.Databases;
using Npgsql;

namespace Homeward.Tests.Storage.Statistics;

public sealed class PostgresLedgerTests(PostgresTestDatabase database)
    : LedgerContract(database), IClassFixture<PostgresTestDatabase>
{
    public static TheoryData<IsolationLevel, bool> Races => new MatrixTheoryData<IsolationLevel, bool>(
        [IsolationLevel.ReadCommitted, IsolationLevel.RepeatableRead, IsolationLevel.Serializable], [false, true]);

    /// <summary>Both have begun, and seen an empty key, before either writes.</summary>
    [Theory, MemberData(nameof(Races))]
    public async Task Two_who_count_one_key_at_once_count_it_once(IsolationLevel level, bool secondWritesFirst)
    {
        var subject = Guid.CreateVersion7().ToString();
        var sql = RawLine.Sql(ordinal: 1, delta: 1, subject);
        var count = $"SELECT count(*) FROM count_entries WHERE subject = '{subject}'";
        _ = Database.Cases;
        await using var first = await Database.RawAsync();
        await using var second = await Database.RawAsync();
        await using var one = await first.BeginTransactionAsync(level, Cancel);
        await using var two = await second.BeginTransactionAsync(level, Cancel);
        Assert.Equal(0, await ScalarAsync(first, count));
        Assert.Equal(0, await ScalarAsync(second, count));
        var (winner, loser) = secondWritesFirst ? (second, first) : (first, second);
        await ExecuteAsync(winner, sql);

        var waiting = ExecuteAsync(loser, sql);
        await (secondWritesFirst ? two : one).CommitAsync(Cancel);

        await Assert.ThrowsAsync<PostgresException>(() => waiting);
        await using var third = await Database.RawAsync();
        Assert.Equal(1, await ScalarAsync(third, count));
    }

    [Fact]
    public async Task Numbers_follow_the_commits_since_lines_are_added_by_one_transaction_at_a_time()
    {
        _ = Database.Cases;
        await using var first = await Database.RawAsync();
        await using var second = await Database.RawAsync();
        await using var one = await first.BeginTransactionAsync(Cancel);
        await ExecuteAsync(first, RawLine.Sql(ordinal: 1, delta: 1, Guid.CreateVersion7().ToString()));

        await ExecuteAsync(second, "SET lock_timeout = '50ms'");
        var blocked = await Assert.ThrowsAsync<PostgresException>(() =>
            ExecuteAsync(second, RawLine.Sql(ordinal: 1, delta: 1, Guid.CreateVersion7().ToString())));

        Assert.Equal(PostgresErrorCodes.LockNotAvailable, blocked.SqlState);
        await one.RollbackAsync(Cancel);
        await ExecuteAsync(second, RawLine.Sql(ordinal: 1, delta: 1, Guid.CreateVersion7().ToString()));
        Assert.Equal(0, await ScalarAsync(second, "SELECT max(number) - count(*) FROM count_entries"));
    }

    [Fact]
    public async Task A_number_of_ones_own_is_not_taken()
    {
        _ = Database.Cases;
        await using var connection = await Database.RawAsync();
        var sql = RawLine.Sql(ordinal: 1, delta: 1, Guid.CreateVersion7().ToString());

        await ExecuteAsync(
            connection,
            sql.Replace("(metric,", "(number, metric,", StringComparison.Ordinal)
                .Replace("('Rescues',", "(999999999, 'Rescues',", StringComparison.Ordinal));

        Assert.Equal(0, await ScalarAsync(connection, "SELECT max(number) - count(*) FROM count_entries"));
    }

    [Theory]
    [InlineData("TRUNCATE count_entries")]
    [InlineData("ALTER TABLE count_entries DISABLE TRIGGER ALL")]
    [InlineData("DROP TRIGGER count_entries__chain ON count_entries")]
    [InlineData("SET session_replication_role = replica")]
    public async Task The_applications_role_cannot_switch_the_rule_off(string attack)
    {
        _ = Database.Cases;
        await using var connection = await Database.RawAsync();

        await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(connection, attack));
    }
}
