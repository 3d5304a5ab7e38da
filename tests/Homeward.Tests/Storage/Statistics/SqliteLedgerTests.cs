using Homeward.Cases.Statistics;
using Homeward.Tests.Storage.Databases;
using Microsoft.Data.Sqlite;

namespace Homeward.Tests.Storage.Statistics;

public sealed class SqliteLedgerTests(SqliteTestDatabase database)
    : LedgerContract(database), IClassFixture<SqliteTestDatabase>
{
    [Theory]
    [InlineData("INSERT OR REPLACE INTO count_entries SELECT * FROM count_entries LIMIT 1")]
    [InlineData("REPLACE INTO count_entries SELECT * FROM count_entries LIMIT 1")]
    [InlineData("UPDATE OR REPLACE count_entries SET number = 1")]
    [InlineData("INSERT INTO count_entries SELECT number + 7, metric, version, subject || 'x', 1, 1, reason, recorded, "
        + "occurred_on, lead, operation_id, sex, born_earliest, born_latest, citizenship, offence, route, strength, "
        + "entry_id FROM count_entries LIMIT 1")]
    [InlineData("INSERT INTO count_entries (number, metric, version, subject, ordinal, delta, reason, recorded, "
        + "occurred_on, lead, entry_id) SELECT number - 1, metric, version, subject || 'x', 1, 1, reason, recorded, "
        + "occurred_on, lead, entry_id FROM count_entries ORDER BY number LIMIT 1")]
    public async Task SQLites_own_ways_to_write_over_a_line_are_refused(string attack)
    {
        await BookAsync(new Tally(RawLine.Key, What(20), CountReason.Recorded));
        await using var connection = await Database.RawAsync();
        var before = await ScalarAsync(connection, "SELECT count(*) * 1000000 + max(number) FROM count_entries");

        await Assert.ThrowsAsync<SqliteException>(() => ExecuteAsync(connection, attack));

        Assert.Equal(
            before, await ScalarAsync(connection, "SELECT count(*) * 1000000 + max(number) FROM count_entries"));
    }

    [Theory]
    [InlineData("BEGIN")]
    [InlineData("BEGIN IMMEDIATE")]
    public async Task Two_who_count_one_key_at_once_count_it_once(string begin)
    {
        var sql = RawLine.Sql(ordinal: 1, delta: 1, subject: Guid.CreateVersion7().ToString());
        await using var first = await Database.RawAsync();
        await using var second = await Database.RawAsync();
        await ExecuteAsync(second, "PRAGMA busy_timeout = 0");
        await ExecuteAsync(first, begin);
        await ExecuteAsync(first, sql);
        await Assert.ThrowsAsync<SqliteException>(async () =>
        {
            await ExecuteAsync(second, begin);
            await ExecuteAsync(second, sql);
        });
        await ExecuteAsync(first, "COMMIT");

        await Assert.ThrowsAsync<SqliteException>(() => ExecuteAsync(second, sql));
    }
}
