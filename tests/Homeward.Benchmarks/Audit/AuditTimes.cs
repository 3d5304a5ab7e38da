using System.Diagnostics;
using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Audit;
using Homeward.Cases.Time;
using Homeward.Storage;
using Homeward.Storage.Access;
using Homeward.Storage.Agencies;
using Homeward.Storage.Audit;
using Homeward.Storage.Sqlite;

namespace Homeward.Benchmarks.Audit;

/// <summary>How many reads a node records in a second, on SQLite with full sync: the entry is on the disk before the
/// rows are handed out.</summary>
static class AuditTimes
{
    const int Agencies = 8;
    static readonly TimeSpan Span = TimeSpan.FromSeconds(5);

    public static async Task PrintAsync(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("homeward-benchmark-").FullName;
        try
        {
            var audit = new SqliteAuditDatabase(Path.Combine(folder, "audit.db"));
            var cases = new SqliteCases(Path.Combine(folder, "cases.db"));
            audit.Create();
            await CaseDatabase.CreateAsync(cases, CancellationToken.None);
            await using var log = AuditLog.Open(audit, AuditNode.Alone, TimeProvider.System);
            using var database = await CaseDatabase.OpenAsync(
                cases, log, TimeProvider.System, CancellationToken.None);
            var actor = await FillAsync(database);
            var store = new AgencyStore(database.For(actor, Purpose.Administration));
            output.WriteLine($"{FsyncMs(folder):0.0} ms a write that waits for the disk");
            foreach (var readers in (int[])[1, 8, 64, 256])
            {
                output.WriteLine($"{readers,4} at once: entries, "
                    + await RateAsync(readers, () => log.AppendAsync(Entry(actor), CancellationToken.None)));
                output.WriteLine($"{readers,4} at once: reads of {Agencies} rows, "
                    + await RateAsync(readers, () => store.AllAsync(CancellationToken.None)));
            }
            var watch = Stopwatch.StartNew();
            var report = await AuditVerification.RunAsync(audit, cases, [], CancellationToken.None);
            output.WriteLine(
                $"verified {report.Chains[0].Length} entries in {watch.Elapsed.TotalSeconds:0.0} s, "
                + $"{report.Findings.Total} findings");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The processor's time tells what a quiet machine could do.</summary>
    static async Task<string> RateAsync(int callers, Func<Task> call)
    {
        await call();
        var processor = Environment.CpuUsage.TotalTime;
        var (done, watch) = (0, Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            while (watch.Elapsed < Span)
            {
                await call();
                Interlocked.Increment(ref done);
            }
        })));
        var used = (Environment.CpuUsage.TotalTime - processor).TotalMicroseconds / done;
        return $"{done / watch.Elapsed.TotalSeconds:0} a second, {used:0} µs of processor each";
    }

    static async Task<Actor> FillAsync(CaseDatabase database)
    {
        var ids = new Ids(TimeProvider.System);
        var country = new Region { Code = new("CN"), Level = Level.National, Name = "SYNTHETIC", Parent = null };
        var agencies = Enumerable.Range(0, Agencies).Select(_ => new Agency
        {
            Id = new(ids.Next()),
            Kind = AgencyKind.PublicSecurity,
            Level = Level.National,
            Region = country.Code,
            Name = "SYNTHETIC",
            Parent = null,
        }).ToList();
        var user = new User { Id = new(ids.Next()), Agency = agencies[0].Id, Name = "SYNTHETIC" };
        var actor = new Actor(user.Id, user.Agency);
        var session = database.For(actor, Purpose.Administration);
        var store = new AgencyStore(session);
        await store.AddAsync([country], CancellationToken.None);
        foreach (var agency in agencies) await store.AddAsync(agency, CancellationToken.None);
        await store.AddAsync(user, CancellationToken.None);
        await new AccessStore(session).SetUpAsync(user, country.Code, CancellationToken.None);
        return actor;
    }

    static AuditRecord Entry(Actor actor) => new()
    {
        Kind = AuditKind.Read,
        What = Permission.ReadAgencies,
        Who = actor.User,
        Agency = actor.Agency,
        Purpose = Purpose.Administration,
        Fields = FieldClasses.Internal,
        Subjects = [actor.User.Value],
    };

    static double FsyncMs(string folder)
    {
        const int times = 100;
        using var file = new FileStream(Path.Combine(folder, "sync"), FileMode.Create, FileAccess.Write);
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < times; i++)
        {
            file.Write(new byte[4096]);
            file.Flush(flushToDisk: true);
        }
        return watch.Elapsed.TotalMilliseconds / times;
    }
}
