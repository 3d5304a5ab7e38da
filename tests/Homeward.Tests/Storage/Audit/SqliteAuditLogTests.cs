using System.Text;
using Homeward.Cases.Audit;
using Homeward.Storage.Audit;
using Homeward.Tests.Cases.Audit;
using Homeward.Tests.Cli;
using Microsoft.Data.Sqlite;

namespace Homeward.Tests.Storage.Audit;

public sealed class SqliteAuditLogTests : IDisposable
{
    readonly TemporaryFolder _folder = new();
    readonly SqliteAuditDatabase _database;

    public SqliteAuditLogTests()
    {
        _database = new(Path.Combine(_folder.Path, "audit.db"));
        _database.Create();
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Entries_of_many_callers_are_numbered_without_a_gap_and_chained()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using (var log = AuditLog.Open(_database, AuditNode.Alone, TimeProvider.System))
        {
            var appended = await Task.WhenAll(
                Enumerable.Range(0, 500).Select(it => log.AppendAsync(AuditGen.ReadOf(), cancel)));
            Assert.Equal(500, appended.Distinct().Count());
        }

        var hash = AuditChain.Beginning.ToArray();
        var number = 0L;
        using var connection = _database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT number, body, hash FROM entry ORDER BY number";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            Assert.Equal(++number, reader.GetInt64(0));
            hash = AuditChain.HashOf(hash, Encoding.UTF8.GetBytes(reader.GetString(1)));
            Assert.Equal(hash, (byte[])reader.GetValue(2));
        }
        Assert.Equal(500, number);
    }

    [Theory]
    [InlineData("UPDATE entry SET body = body WHERE number = 1")]
    [InlineData("UPDATE OR REPLACE entry SET number = 2 WHERE number = 1")]
    [InlineData("DELETE FROM entry")]
    [InlineData("DELETE FROM entry WHERE number = 2")]
    [InlineData("REPLACE INTO entry SELECT * FROM entry WHERE number = 1")]
    [InlineData("INSERT OR REPLACE INTO entry SELECT * FROM entry WHERE number = 2")]
    [InlineData("INSERT INTO entry SELECT * FROM entry WHERE number = 1 ON CONFLICT DO UPDATE SET hash = hash")]
    [InlineData(
        "INSERT INTO entry SELECT node, 9, id, json_set(body, '$.number', 9), hash FROM entry WHERE number = 1")]
    [InlineData("DELETE FROM subject")]
    [InlineData("UPDATE subject SET number = 1")]
    [InlineData("REPLACE INTO subject SELECT * FROM subject")]
    [InlineData("INSERT INTO subject VALUES ('alone', 77, 'somebody')")]
    public async Task The_database_itself_only_lets_entries_be_added(string attack)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var log = AuditLog.Open(_database, AuditNode.Alone, TimeProvider.System);
        var record = AuditGen.ReadOf(new Guid("01920000-0000-7000-8000-00000000000c"));
        for (var i = 0; i < 3; i++) await log.AppendAsync(record, cancel);

        using var connection = _database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = attack;

        var refused = Assert.Throws<SqliteException>(() => command.ExecuteNonQuery());
        Assert.StartsWith("SQLite Error 19: 'audit:", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_that_is_not_there_is_not_begun_anew() =>
        Assert.Throws<SqliteException>(() =>
            AuditLog.Open(new SqliteAuditDatabase(Path.Combine(_folder.Path, "other.db")), AuditNode.Alone,
                TimeProvider.System));
}
