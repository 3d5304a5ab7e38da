using System.Diagnostics;
using System.Globalization;
using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Audit;
using Homeward.Cases.Custody;
using Homeward.Cases.People;
using Homeward.Cases.Rescues;
using Homeward.Cases.Time;
using Homeward.Genetics.Primitives;
using Homeward.Storage;
using Homeward.Storage.Access;
using Homeward.Storage.Agencies;
using Homeward.Storage.Audit;
using Homeward.Storage.Rescues;
using Homeward.Storage.Sqlite;

namespace Homeward.Benchmarks.Rescues;

/// <summary>Rescues recorded one by one, each with its entry in the log, on SQLite with full sync.</summary>
static class RescueTimes
{
    const int Rescues = 1000;

    static readonly Ids Ids = new(TimeProvider.System);

    static readonly Region Country =
        new() { Code = new("CN"), Level = Level.National, Name = "SYNTHETIC", Parent = null };

    static readonly Agency Police = new()
    {
        Id = new(Ids.Next()),
        Kind = AgencyKind.PublicSecurity,
        Level = Level.National,
        Region = Country.Code,
        Name = "SYNTHETIC",
        Parent = null,
    };

    static readonly User Administrator = UserOf("SYNTHETIC administrator");
    static readonly User Approver = UserOf("SYNTHETIC approver");
    static readonly User Officer = UserOf("SYNTHETIC officer");

    public static async Task PrintAsync(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("homeward-rescues-");
        try
        {
            await PrintAsync(output, folder.FullName);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    static async Task PrintAsync(TextWriter output, string folder)
    {
        var location = new SqliteCases(Path.Combine(folder, "cases.db"));
        var auditFile = new SqliteAuditDatabase(Path.Combine(folder, "audit.db"));
        auditFile.Create();
        await CaseDatabase.CreateAsync(location, CancellationToken.None);
        await using var log = AuditLog.Open(auditFile, AuditNode.Alone, TimeProvider.System);
        using var cases = await CaseDatabase.OpenAsync(location, log, TimeProvider.System, CancellationToken.None);
        await FillAsync(cases);

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"one sync of this disk: {OneSync(folder).TotalMilliseconds:N2} ms"));
        var store = new RescueStore(As(cases, Officer));
        await RecordAsync(store);
        // The processor's time tells what a quiet machine could do.
        var (time, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        for (var i = 0; i < Rescues; i++) await RecordAsync(store);
        var used = (Environment.CpuUsage.TotalTime - processor).TotalSeconds;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Rescues:N0} rescues, one by one: {time.Elapsed.TotalSeconds:N2} s, {used:N2} s of processor"));
    }

    /// <summary>What the disk alone takes: each rescue waits for two.</summary>
    static TimeSpan OneSync(string folder)
    {
        const int Times = 100;
        using var file = File.OpenHandle(
            Path.Combine(folder, "sync"), FileMode.Create, FileAccess.Write, FileShare.None, FileOptions.None);
        var time = Stopwatch.StartNew();
        for (var i = 0; i < Times; i++)
        {
            RandomAccess.Write(file, new byte[4096], i * 4096L);
            RandomAccess.FlushToDisk(file);
        }
        return time.Elapsed / Times;
    }

    static async Task RecordAsync(RescueStore store)
    {
        var child = new PersonId(Ids.Next());
        var row = new CustodyRowId(Ids.Next());
        var now = Instant.Of(TimeProvider.System.GetUtcNow());
        var recorded = await store.RecordAsync(
            new()
            {
                NewPerson = new Person { Id = child, Sex = Sex.Female },
                Custody = new CustodyRow
                {
                    Id = row,
                    Origin = row,
                    Person = child,
                    Since = now,
                    Kind = CustodyKind.PoliceEmergency,
                    Agency = Police.Id,
                    Reason = CustodyReason.Rescue,
                    By = Officer.Id,
                    At = now,
                },
                Rescue = new Rescue
                {
                    Id = new(Ids.Next()),
                    Person = child,
                    Custody = row,
                    Region = Country.Code,
                    Place = "SYNTHETIC",
                    Unit = Police.Id,
                    Condition = Condition.Good,
                    By = Officer.Id,
                    At = now,
                },
            },
            CancellationToken.None);
        Check.That(recorded.IsAllowed);
    }

    static async Task FillAsync(CaseDatabase cases)
    {
        var agencies = new AgencyStore(As(cases, Administrator));
        Check.That((await agencies.AddAsync([Country], CancellationToken.None)).IsAllowed);
        Check.That((await agencies.AddAsync(Police, CancellationToken.None)).IsAllowed);
        foreach (var user in new[] { Administrator, Approver, Officer })
            Check.That((await agencies.AddAsync(user, CancellationToken.None)).IsAllowed);
        var access = new AccessStore(As(cases, Administrator));
        Check.That((await access.SetUpAsync(Administrator, Country.Code, CancellationToken.None)).IsAllowed);
        await GiveAsync(access, Approver, Role.Approver);
        await GiveAsync(new AccessStore(As(cases, Approver)), Officer, Role.Investigator);
    }

    static async Task GiveAsync(AccessStore giver, User user, Role role)
    {
        var until = Instant.Of(TimeProvider.System.GetUtcNow()) + TimeSpan.FromDays(30);
        Check.That((await giver.GiveAsync(user, role, Country.Code, until, CancellationToken.None)).IsAllowed);
    }

    static CaseSession As(CaseDatabase cases, User user) => cases.For(new(user.Id, user.Agency), Purpose.Rescue);

    static User UserOf(string name) => new() { Id = new(Ids.Next()), Agency = Police.Id, Name = name };
}
