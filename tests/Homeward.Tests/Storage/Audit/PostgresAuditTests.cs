using Homeward.Cases.Audit;
using Homeward.Storage.Audit;
using Homeward.Tests.Cases.Audit;
using Homeward.Tests.Storage.Databases;
using Npgsql;

namespace Homeward.Tests.Storage.Audit;

public sealed class PostgresAuditTests(PostgresTestDatabase database) : IClassFixture<PostgresTestDatabase>
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Entries_of_several_sequencers_and_nodes_are_numbered_without_a_gap_and_chained()
    {
        _ = database.Cases;
        await using var one = AuditLog.Open(database.Audit, new("racing"), TimeProvider.System);
        await using var other = AuditLog.Open(database.Audit, new("racing"), TimeProvider.System);
        await using var third = AuditLog.Open(database.Audit, new("third"), TimeProvider.System);

        var subject = new Guid("01920000-0000-7000-8000-00000000000c");
        await Task.WhenAll(
            from i in Enumerable.Range(0, 300)
            from log in new[] { one, other, third }
            select log.AppendAsync(AuditGen.ReadOf(subject), Cancel));

        var report = AuditVerification.Run(database.Audit, [], Cancel);
        Assert.Empty(report.Findings);
        Assert.Equal(600, report.Chains.Single(it => it.Node == "racing").Length);
        Assert.Equal(300, report.Chains.Single(it => it.Node == "third").Length);
    }

    [Theory]
    [InlineData("UPDATE audit.entry SET body = body")]
    [InlineData("DELETE FROM audit.entry")]
    [InlineData("TRUNCATE audit.entry")]
    [InlineData("DELETE FROM audit.subject")]
    [InlineData("INSERT INTO audit.subject SELECT * FROM audit.subject")]
    [InlineData("ALTER TABLE audit.entry DISABLE TRIGGER ALL")]
    [InlineData("DROP TRIGGER entry_stays ON audit.entry")]
    [InlineData("SELECT audit.entry_subjects()")]
    [InlineData("INSERT INTO audit.entry SELECT * FROM audit.entry ON CONFLICT (node, number) DO UPDATE SET body = ''")]
    [InlineData("INSERT INTO audit.entry SELECT 'gap', 2, gen_random_uuid(), '{}', hash FROM audit.entry LIMIT 1")]
    public async Task The_application_only_adds_entries(string attack)
    {
        _ = database.Cases;
        await using var connection = await database.RawAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = attack;

        await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Cancel));
    }

    [Theory]
    [InlineData("UPDATE audit.entry SET body = body")]
    [InlineData("DELETE FROM audit.entry")]
    [InlineData("TRUNCATE audit.entry")]
    public async Task The_owner_too_only_adds_entries(string attack)
    {
        _ = database.Cases;
        await using var connection = await database.OwnerAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = attack;

        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Cancel));
        Assert.StartsWith("audit: ", refused.MessageText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ALTER TABLE audit.entry DISABLE TRIGGER entry_stays", "trigger entry_stays",
        "ALTER TABLE audit.entry ENABLE TRIGGER entry_stays")]
    [InlineData("GRANT UPDATE ON audit.entry TO {application}", "right UPDATE",
        "REVOKE UPDATE ON audit.entry FROM {application}")]
    [InlineData("CREATE TRIGGER lose AFTER INSERT ON audit.entry EXECUTE FUNCTION audit.append_only()",
        "trigger lose", "DROP TRIGGER lose ON audit.entry")]
    public async Task A_guard_taken_away_is_told(string attack, string name, string restore)
    {
        _ = database.Cases;
        await RunAsync(attack);
        try
        {
            Assert.Equal(
                [new AuditFinding.Unguarded(name)],
                AuditVerification.Run(database.Audit, [], Cancel).Findings);
        }
        finally
        {
            await RunAsync(restore);
        }
        Assert.Empty(AuditVerification.Run(database.Audit, [], Cancel).Findings);
    }

    async Task RunAsync(string sql)
    {
        await using var connection = await database.OwnerAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql.Replace("{application}", PostgresServer.Application);
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
