using Homeward.Cases.Audit;
using Homeward.Storage;
using Homeward.Storage.Agencies;
using Homeward.Storage.Audit;
using Homeward.Storage.Sqlite;
using Homeward.Tests.Cli;
using Homeward.Tests.Storage.Databases;
using Microsoft.Data.Sqlite;

namespace Homeward.Tests.Storage.Killed;

/// <summary>A process that writes is killed, as by kill -9, at random instants.</summary>
public sealed class KilledTests : IAsyncLifetime
{
    static readonly int Kills = Environment.GetEnvironmentVariable("HOMEWARD_SOAK") is null ? 5 : 100;
    const int MostWritesBeforeTheKill = 30;

    readonly TemporaryFolder _folder = new();
    readonly SqliteAuditDatabase _audit;
    readonly SqliteCases _cases;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public KilledTests() => (_audit, _cases) = (new(_folder["audit.db"]), new(_folder["cases.db"]));

    public async ValueTask InitializeAsync()
    {
        _audit.Create();
        await CaseDatabase.CreateAsync(_cases, Cancel);
        await using var log = AuditLog.Open(_audit, AuditNode.Alone, TimeProvider.System);
        using var database = await CaseDatabase.OpenAsync(_cases, log, TimeProvider.System, Cancel);
        await MadeUpState.FillAsync(database);
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Whatever_was_acknowledged_is_there_and_the_chain_holds()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var acknowledged = new HashSet<Guid>();
        for (var kill = 1; kill <= Kills; kill++)
        {
            var before = acknowledged.Count;
            await KillAsync(random, acknowledged);

            var place = $"seed {seed}, kill {kill} after {acknowledged.Count - before} writes";
            Assert.True(acknowledged.Count > before, place);
            var found = await AgenciesAsync();
            Assert.True(acknowledged.IsSubsetOf(found), place);
            var report = await AuditVerification.RunAsync(_audit, _cases, [], Cancel);
            Assert.True(report.IsWhole, $"{place}: {string.Join("; ", report.Findings.Select(it => it.What))}");
            // Eight writers, each with one act under way when it was killed.
            Assert.InRange(report.NotDoneInAll, 0, 8 * kill);
        }
    }

    /// <summary>Lets a process write for a while, and kills it in the middle of it.</summary>
    async Task KillAsync(Random random, HashSet<Guid> acknowledged)
    {
        using var process = WritingProcess.Start(_folder.Path, MadeUpState.Administrator);
        var writes = random.Next(1, MostWritesBeforeTheKill);
        while (writes > 0 && await process.StandardOutput.ReadLineAsync(Cancel) is { } line)
            if (Guid.TryParse(line, out var id))
            {
                acknowledged.Add(id);
                writes--;
            }
        for (var spin = random.Next(2_000_000); spin > 0; spin--) Thread.SpinWait(1);
        process.Kill();
        // What it said before it died was acknowledged too; the last line may have been cut.
        while (await process.StandardOutput.ReadLineAsync(Cancel) is { } line)
            if (Guid.TryParse(line, out var id)) acknowledged.Add(id);
        await process.WaitForExitAsync(Cancel);
    }

    async Task<HashSet<Guid>> AgenciesAsync()
    {
        await using var log = AuditLog.Open(_audit, AuditNode.Alone, TimeProvider.System);
        using var database = await CaseDatabase.OpenAsync(_cases, log, TimeProvider.System, Cancel);
        var administrator = MadeUpState.Administrator;
        var store = new AgencyStore(database.For(new(administrator.Id, administrator.Agency), Purpose.Administration));
        return [.. (await store.AllAsync(Cancel)).Select(it => it.Id.Value)];
    }
}
