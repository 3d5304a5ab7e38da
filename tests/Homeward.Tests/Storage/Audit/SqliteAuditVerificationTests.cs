using Homeward.Cases.Audit;
using Homeward.Storage.Audit;
using Homeward.Tests.Cases.Audit;
using Homeward.Tests.Cli;
using Microsoft.Data.Sqlite;

namespace Homeward.Tests.Storage.Audit;

/// <summary>Somebody with the file takes the guards away, changes the log, and puts them back.</summary>
public sealed class SqliteAuditVerificationTests : IAsyncLifetime
{
    static readonly Guid Child = new("01920000-0000-7000-8000-00000000000c");
    readonly TemporaryFolder _folder = new();
    readonly SqliteAuditDatabase _database;

    public SqliteAuditVerificationTests() => _database = new(_folder["audit.db"]);

    public async ValueTask InitializeAsync()
    {
        _database.Create();
        await using var log = AuditLog.Open(_database, AuditNode.Alone, TimeProvider.System);
        for (var i = 0; i < 10; i++)
            await log.AppendAsync(AuditGen.ReadOf(Child), TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void An_untouched_log_is_whole_and_nothing_is_vouched_for_without_a_checkpoint()
    {
        var report = Verify();

        Assert.Empty(report.Findings);
        Assert.True(report.IsWhole);
        Assert.Equal((10, 0, 10), Assert.Single(report.Chains) is var it
            ? (it.Length, it.HeldOutside, it.NotVouchedFor) : default);
    }

    [Theory]
    [InlineData("UPDATE entry SET body = replace(body, 'ReadPeople', 'ReadRoutes') WHERE number = 4",
        "chain alone: entry 4 does not follow from entry 3; one of the two was changed, or is in a place that is not "
        + "its own")]
    [InlineData("DELETE FROM entry WHERE number IN (4, 5); DELETE FROM subject WHERE number IN (4, 5)",
        "chain alone: entries 4 to 5 are missing; they were removed")]
    [InlineData("UPDATE entry SET id = '01920000-0000-7000-8000-000000000000' WHERE number = 3",
        "chain alone: entry 3 is not the one that belongs there; entries were moved or changed")]
    [InlineData("DELETE FROM subject WHERE number = 3",
        "chain alone: a subject of entry 3 has been taken out of the index by subject")]
    [InlineData("UPDATE subject SET subject = '01920000-0000-7000-8000-000000000000' WHERE number = 3",
        "chain alone: a subject of entry 3 has been taken out of the index by subject",
        "chain alone: the index by subject lists somebody whom entry 3 does not name")]
    [InlineData("INSERT INTO subject VALUES ('alone', 99, 'x')",
        "chain alone: the index by subject lists somebody whom entry 99 does not name")]
    public void What_was_done_to_the_file_is_told(string attack, params string[] told)
    {
        Attack(attack);

        Assert.Equal(told, Verify().Findings.Select(it => it.What));
    }

    [Fact]
    public void Entries_in_exchanged_places_are_told()
    {
        Attack("UPDATE entry SET number = 99 WHERE number = 2; UPDATE entry SET number = 2 WHERE number = 7;"
            + "UPDATE entry SET number = 7 WHERE number = 99");

        Assert.Equal(
            [2, 7],
            Verify().Findings.OfType<AuditFinding.Misplaced>().Select(it => it.Number));
    }

    [Fact]
    public void A_log_cut_off_after_its_checkpoint_is_told_by_the_checkpoint_alone()
    {
        var checkpoint = AuditVerification.Checkpoint(_database, TimeProvider.System);
        Attack("DELETE FROM entry WHERE number > 7; DELETE FROM subject WHERE number > 7");

        Assert.Empty(Verify().Findings);
        Assert.Equal([new AuditFinding.CutOff("alone", 8, 10)], Verify(checkpoint).Findings);
    }

    [Fact]
    public void A_log_begun_anew_is_told_by_the_checkpoint()
    {
        var checkpoint = AuditVerification.Checkpoint(_database, TimeProvider.System);
        Attack("DELETE FROM entry; DELETE FROM subject");

        Assert.Equal([new AuditFinding.CutOff("alone", 1, 10)], Verify(checkpoint).Findings);
    }

    [Theory]
    [InlineData("DROP TRIGGER entry_stays", "trigger entry_stays")]
    [InlineData("DROP TRIGGER entry_remains; CREATE TRIGGER entry_remains BEFORE DELETE ON entry BEGIN SELECT 1; END",
        "trigger entry_remains")]
    [InlineData("CREATE TRIGGER lose AFTER INSERT ON entry BEGIN DELETE FROM subject; END", "trigger lose")]
    public void A_guard_taken_away_or_changed_is_told(string attack, string name)
    {
        Run(attack);

        Assert.Equal([new AuditFinding.Unguarded(name)], Verify().Findings);
    }

    [Fact]
    public void A_checkpoint_of_a_log_covers_all_of_it()
    {
        var checkpoint = AuditVerification.Checkpoint(_database, TimeProvider.System);

        Assert.Equal(0, Assert.Single(Verify(checkpoint).Chains).NotVouchedFor);
    }

    AuditReport Verify(params Checkpoint[] heldOutside) =>
        AuditVerification.Run(_database, heldOutside, TestContext.Current.CancellationToken);

    /// <summary>Checks and triggers do not hold somebody who may change the schema.</summary>
    void Attack(string sql)
    {
        var guards = new List<(string Name, string Sql)>();
        using (var connection = _database.Connect())
        {
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'";
            using var reader = command.ExecuteReader();
            while (reader.Read()) guards.Add((reader.GetString(0), reader.GetString(1)));
        }
        Run("PRAGMA ignore_check_constraints = ON;"
            + string.Join("", guards.Select(it => $"DROP TRIGGER {it.Name};"))
            + sql + ";"
            + string.Join("", guards.Select(it => it.Sql + ";")));
    }

    void Run(string sql)
    {
        using var connection = (SqliteConnection)_database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
