using Homeward.Cases.Audit;
using Homeward.Storage;
using Homeward.Storage.Audit;
using Homeward.Storage.Sqlite;
using Homeward.Tests.Cli;
using Homeward.Tests.Storage.Databases;
using Microsoft.Data.Sqlite;

namespace Homeward.Tests.Storage.Killed;

/// <summary>Folders on a disk.</summary>
sealed class SqliteKilledPlace : KilledPlace
{
    readonly TemporaryFolder _folder = new();
    int _made;

    public override async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(_folder["template"]);
        var (cases, audit) = ProcessToKill.Places(_folder["template"]);
        audit.Create();
        await CaseDatabase.CreateAsync(cases, CancellationToken.None);
        await using var log = AuditLog.Open(audit, AuditNode.Alone, TimeProvider.System);
        using var database = await CaseDatabase.OpenAsync(cases, log, TimeProvider.System, CancellationToken.None);
        await MadeUpState.FillAsync(database);
    }

    public override Task<string> NewAsync(bool asOwner = false)
    {
        var folder = _folder["place-" + Interlocked.Increment(ref _made)];
        Directory.CreateDirectory(folder);
        foreach (var name in new[] { "cases.db", "audit.db" })
        {
            var copy = Path.Combine(folder, name);
            SqliteCopy.Write(Path.Combine(_folder["template"], name), copy);
            SqliteCopy.Revive(copy);
        }
        return Task.FromResult(folder);
    }

    public override ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
