using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Audit;
using Homeward.Cases.Time;
using Homeward.Storage;
using Homeward.Storage.Agencies;
using Homeward.Storage.Audit;
using Homeward.Storage.Postgres;
using Homeward.Storage.Sqlite;
using Homeward.Tests.Storage.Databases;

namespace Homeward.Tests.Storage.Killed;

/// <summary>This assembly, started once more to work until it is killed. It says on lines of its own what cannot be
/// lost any more.</summary>
static class ProcessToKill
{
    const string Variable = "HOMEWARD_TEST_WORKS_TO_BE_KILLED";
    const int Writers = 8;

    /// <summary>Said before and after a migration.</summary>
    public const string Begins = "begins", Ended = "ended";

    /// <summary>Writes without an end, in the name of the administrator, and says which writes were acknowledged.
    /// </summary>
    /// <param name="where">A folder, or a connection to PostgreSQL.</param>
    /// <param name="administrator">Who writes.</param>
    public static Process Writing(string where, User administrator) =>
        Start(["write", where, $"{administrator.Id.Value}", $"{administrator.Agency.Value}"]);

    /// <summary>Brings cases to the next version.</summary>
    public static Process Migrating(string where) => Start(["migrate", where]);

    static Process Start(string[] asked)
    {
        // The runner itself waits for a debugger that never comes, and so leaves the process to its work.
        var start = new ProcessStartInfo(Environment.ProcessPath!, "-waitForDebugger")
        {
            RedirectStandardOutput = true,
            Environment = { [Variable] = string.Join('|', asked) },
        };
        return Process.Start(start)!;
    }

    /// <summary>Before any test is looked for; on a thread of its own, since nothing of this assembly runs before its
    /// initializers have returned.</summary>
    [ModuleInitializer]
    internal static void WorkIfAsked()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { } asked) return;
        var parts = asked.Split('|');
        new Thread(() => WorkAsync(parts).GetAwaiter().GetResult()) { IsBackground = true }.Start();
    }

    static async Task WorkAsync(string[] asked)
    {
        using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        if (asked[0] == "write")
            await WriteAsync(output, asked[1], new(new(Guid.Parse(asked[2])), new(Guid.Parse(asked[3]))));
        else await MigrateAsync(output, asked[1]);
    }

    static async Task WriteAsync(StreamWriter output, string where, Actor actor)
    {
        var (location, audit) = Places(where);
        await using var log = AuditLog.Open(audit, AuditNode.Alone, TimeProvider.System);
        using var cases = await CaseDatabase.OpenAsync(location, log, TimeProvider.System, CancellationToken.None);
        var store = new AgencyStore(cases.For(actor, Purpose.Administration));
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(async _ =>
        {
            var ids = new Ids(TimeProvider.System);
            while (true)
            {
                var agency = MadeUpState.Police with { Id = new(ids.Next()) };
                if (!(await store.AddAsync(agency, CancellationToken.None)).IsAllowed) return;
                lock (output) output.WriteLine(agency.Id.Value);
            }
        }));
    }

    static async Task MigrateAsync(StreamWriter output, string where)
    {
        var cases = Next(where);
        // What every start pays, so that the kill falls into the change itself.
        await CaseDatabase.PlanAsync(cases, CancellationToken.None);
        await output.WriteLineAsync(Begins);
        var watch = Stopwatch.StartNew();
        await CaseDatabase.MigrateAsync(cases, CancellationToken.None);
        await output.WriteLineAsync(
            string.Create(CultureInfo.InvariantCulture, $"{Ended} {watch.Elapsed.TotalMilliseconds}"));
    }

    /// <summary>Cases and log of this version.</summary>
    public static (CaseLocation Cases, AuditDatabase Audit) Places(string where) => IsPostgres(where)
        ? (new PostgresCases(where, PostgresServer.Application),
            new PostgresAuditDatabase(where, PostgresServer.Application))
        : (new SqliteCases(Path.Combine(where, "cases.db")), new SqliteAuditDatabase(Path.Combine(where, "audit.db")));

    /// <summary>The same cases to the next version.</summary>
    public static CaseLocation Next(string where) => IsPostgres(where)
        ? new PostgresCases(where, PostgresServer.Application, FurtherVersion.Known)
        : new SqliteCases(Path.Combine(where, "cases.db"), FurtherVersion.Known);

    static bool IsPostgres(string where) => where.Contains('=', StringComparison.Ordinal);
}
