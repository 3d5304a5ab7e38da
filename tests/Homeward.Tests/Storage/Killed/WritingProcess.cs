using System.Diagnostics;
using System.Runtime.CompilerServices;
using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Audit;
using Homeward.Cases.Time;
using Homeward.Storage;
using Homeward.Storage.Agencies;
using Homeward.Storage.Audit;
using Homeward.Storage.Sqlite;
using Homeward.Tests.Storage.Databases;

namespace Homeward.Tests.Storage.Killed;

/// <summary>This assembly, started once more to write until it is killed. It says which writes were acknowledged, each
/// on a line, before it goes on.</summary>
static class WritingProcess
{
    const string Variable = "HOMEWARD_TEST_WRITES_TO";
    const int Writers = 8;

    /// <summary>A process whose writes go to this folder, in the name of the administrator.</summary>
    public static Process Start(string folder, User administrator)
    {
        var program = Environment.ProcessPath!;
        // The runner itself waits for a debugger that never comes, and so leaves the process to the writers.
        var start = new ProcessStartInfo(program, "-waitForDebugger")
        {
            RedirectStandardOutput = true,
            Environment = { [Variable] = $"{folder}|{administrator.Id.Value}|{administrator.Agency.Value}" },
        };
        return Process.Start(start)!;
    }

    /// <summary>Before any test is looked for; on a thread of its own, since nothing of this assembly runs before its
    /// initializers have returned.</summary>
    [ModuleInitializer]
    internal static void WriteIfAsked()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { } asked) return;
        var parts = asked.Split('|');
        var actor = new Actor(new(Guid.Parse(parts[1])), new(Guid.Parse(parts[2])));
        new Thread(() => WriteAsync(parts[0], actor).GetAwaiter().GetResult()) { IsBackground = true }.Start();
    }

    static async Task WriteAsync(string folder, Actor actor)
    {
        await using var log = AuditLog.Open(
            new SqliteAuditDatabase(Path.Combine(folder, "audit.db")), AuditNode.Alone, TimeProvider.System);
        using var cases = await CaseDatabase.OpenAsync(
            new SqliteCases(Path.Combine(folder, "cases.db")), log, TimeProvider.System, CancellationToken.None);
        var store = new AgencyStore(cases.For(actor, Purpose.Administration));
        using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
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
}
