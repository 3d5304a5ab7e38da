using Homeward.Cases.Agencies;
using Homeward.Cases.Audit;
using Homeward.Cases.Time;
using Homeward.Storage.Agencies;
using Homeward.Storage.Audit;
using Homeward.Tests.Cases.Audit;
using Homeward.Tests.Storage.Databases;

namespace Homeward.Tests.Storage.Audit;

/// <summary>The log and the case database, held against each other.</summary>
public abstract class CaseVerificationContract(TestDatabase database)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_row_has_its_entry_and_every_act_was_done_or_said_to_be_refused()
    {
        var administrator = new AgencyStore(database.As(MadeUpState.Administrator));
        MadeUpState.Allowed(await administrator.AddAsync(NewAgency(), Cancel));
        Assert.False((await new AgencyStore(database.As(MadeUpState.Officer)).AddAsync(NewAgency(), Cancel)).IsAllowed);

        var report = await VerifyAsync();

        Assert.Empty(report.Findings);
        Assert.Equal(0, report.NotDoneInAll);
    }

    [Fact]
    public async Task A_row_written_past_the_program_is_told_with_its_table()
    {
        var entry = new Ids(TimeProvider.System).Next();
        await RunAsync($"""
            INSERT INTO regions (code, level, name, parent, entry_id)
            VALUES ('{entry.ToString("N")[^12..].ToUpperInvariant()}', 'County', 'SYNTHETIC', 'CN',
                '{entry.ToString().ToUpperInvariant()}')
            """);

        Assert.Contains(
            new AuditFinding.RowWithoutEntry("regions", new(entry)), (await VerifyAsync()).Findings);
    }

    [Fact]
    public async Task An_act_that_was_announced_and_not_done_is_told_apart_and_is_no_finding()
    {
        _ = database.Cases;
        await using var log = AuditLog.Open(database.Audit, new("dies"), TimeProvider.System);
        await log.AppendAsync(AuditGen.ReadOf() with { Kind = AuditKind.Act }, Cancel);

        var report = await VerifyAsync();

        Assert.Contains(("dies", 1L), report.NotDone);
        Assert.DoesNotContain(report.Findings, it => it.What.Contains("dies", StringComparison.Ordinal));
    }

    Task<AuditReport> VerifyAsync()
    {
        _ = database.Cases;
        return AuditVerification.RunAsync(database.Audit, database.Location, [], Cancel);
    }

    async Task RunAsync(string sql)
    {
        _ = database.Cases;
        await using var connection = await database.RawAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Cancel);
    }

    static Agency NewAgency() => MadeUpState.Police with { Id = new(new Ids(TimeProvider.System).Next()) };
}

public sealed class SqliteCaseVerificationTests : CaseVerificationContract, IAsyncLifetime
{
    readonly SqliteTestDatabase _database;

    public SqliteCaseVerificationTests() : this(new()) { }

    SqliteCaseVerificationTests(SqliteTestDatabase database) : base(database) => _database = database;

    public ValueTask InitializeAsync() => _database.InitializeAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}

public sealed class PostgresCaseVerificationTests : CaseVerificationContract, IAsyncLifetime
{
    readonly PostgresTestDatabase _database;

    public PostgresCaseVerificationTests() : this(new()) { }

    PostgresCaseVerificationTests(PostgresTestDatabase database) : base(database) => _database = database;

    public ValueTask InitializeAsync() => _database.InitializeAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}
