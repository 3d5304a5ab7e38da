using Homeward.Cases.Audit;
using Homeward.Storage;
using Homeward.Storage.Agencies;
using Homeward.Storage.Audit;
using Homeward.Tests.Storage.Databases;

namespace Homeward.Tests.Storage.Killed;

/// <summary>A process that writes is killed, as by kill -9, at random instants.</summary>
/// <param name="place">Files on a disk, or a database of PostgreSQL.</param>
public abstract class KilledContract(KilledPlace place) : IAsyncLifetime
{
    static readonly int Kills = Soak.IsOn ? 100 : 5;
    const int MostWritesBeforeTheKill = 30;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => place.InitializeAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return place.DisposeAsync();
    }

    [Fact]
    public async Task Whatever_was_acknowledged_is_there_and_the_chain_holds()
    {
        var where = await place.NewAsync();
        var (cases, audit) = ProcessToKill.Places(where);
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var acknowledged = new HashSet<Guid>();
        for (var kill = 1; kill <= Kills; kill++)
        {
            var before = acknowledged.Count;
            await KillAsync(where, random, acknowledged);

            var at = $"seed {seed}, kill {kill} after {acknowledged.Count - before} writes";
            Assert.True(acknowledged.Count > before, at);
            var found = await AgenciesAsync(cases, audit);
            Assert.True(acknowledged.IsSubsetOf(found), at);
            var report = await AuditVerification.RunAsync(audit, cases, [], Cancel);
            Assert.True(report.IsWhole, $"{at}: {string.Join("; ", report.Findings.Select(it => it.What))}");
            // Eight writers, each with one act under way when it was killed.
            Assert.InRange(report.NotDoneInAll, 0, 8 * kill);
        }
    }

    /// <summary>The old version or the new one, with all that it held; and whichever it is, the next try succeeds.
    /// </summary>
    [Fact]
    public async Task A_killed_migration_leaves_the_old_version_or_the_new_one()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var whole = await LastAsync(await place.NewAsync(asOwner: true), afterMs: null);
        var (old, changed) = (0, 0);
        for (var kill = 1; kill <= Kills; kill++)
        {
            var where = await place.NewAsync(asOwner: true);
            var before = await place.RowsAsync(where);
            // A little longer than the whole of it, so that some come to their end.
            var afterMs = random.NextDouble() * whole * 1.2;
            await LastAsync(where, afterMs);

            var at = $"seed {seed}, kill {kill} after {afterMs:0} of {whole:0} ms";
            Assert.Equal(before, await place.RowsAsync(where));
            var plan = await CaseDatabase.PlanAsync(ProcessToKill.Next(where), Cancel);
            if (plan.IsOfThisVersion)
            {
                changed++;
                Assert.Empty(await ProcessToKill.Next(where).FaultsAsync(Cancel));
                continue;
            }
            old++;
            Assert.Equal([FurtherVersion.Change], plan.Changes);
            Assert.True((await ProcessToKill.Places(where).Cases.FaultsAsync(Cancel)).Count == 0, at);
            await CaseDatabase.MigrateAsync(ProcessToKill.Next(where), Cancel);
            Assert.Empty(await ProcessToKill.Next(where).FaultsAsync(Cancel));
        }
        // Kills that came too late would show nothing.
        Assert.True(old > 0, $"seed {seed}: {changed} had ended");
    }

    /// <summary>Lets a process migrate and kills it after so long; null lets it end.</summary>
    /// <returns>How long it took, in milliseconds.</returns>
    static async Task<double> LastAsync(string where, double? afterMs)
    {
        using var process = ProcessToKill.Migrating(where);
        while (await process.StandardOutput.ReadLineAsync(Cancel) is { } line)
        {
            if (line == ProcessToKill.Begins && afterMs is { } patience)
            {
                var watch = System.Diagnostics.Stopwatch.StartNew();
                while (watch.Elapsed.TotalMilliseconds < patience) Thread.SpinWait(100);
                break;
            }
            if (!line.StartsWith(ProcessToKill.Ended, StringComparison.Ordinal)) continue;
            process.Kill();
            return double.Parse(line.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
        }
        process.Kill();
        await process.WaitForExitAsync(Cancel);
        return 0;
    }

    /// <summary>Lets a process write for a while, and kills it in the middle of it.</summary>
    static async Task KillAsync(string where, Random random, HashSet<Guid> acknowledged)
    {
        using var process = ProcessToKill.Writing(where, MadeUpState.Administrator);
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

    static async Task<HashSet<Guid>> AgenciesAsync(CaseLocation cases, AuditDatabase audit)
    {
        await using var log = AuditLog.Open(audit, AuditNode.Alone, TimeProvider.System);
        using var database = await CaseDatabase.OpenAsync(cases, log, TimeProvider.System, Cancel);
        var administrator = MadeUpState.Administrator;
        var store = new AgencyStore(database.For(new(administrator.Id, administrator.Agency), Purpose.Administration));
        return [.. (await store.AllAsync(Cancel)).Select(it => it.Id.Value)];
    }
}

public sealed class SqliteKilledTests() : KilledContract(new SqliteKilledPlace());

public sealed class PostgresKilledTests() : KilledContract(new PostgresKilledPlace());
