using Homeward.Cases.Audit;
using Homeward.Storage;
using Homeward.Storage.Audit;
using Microsoft.Data.Sqlite;

namespace Homeward.Cli.Inputs;

/// <summary>The databases of a folder, open, with their log.</summary>
sealed class OpenCases : IAsyncDisposable
{
    readonly AuditLog _audit;

    OpenCases(CaseDatabase cases, AuditLog audit) => (Cases, _audit) = (cases, audit);

    public CaseDatabase Cases { get; }

    /// <summary>Makes the databases of a new folder.</summary>
    public static async Task<OpenCases> CreateAsync(DataFolder folder, TimeProvider clock, CancellationToken cancel)
    {
        folder.AuditDatabase.Create();
        await CaseDatabase.CreateAsync(folder.CaseLocation, cancel);
        return await OpenAsync(folder, clock, cancel);
    }

    public static async Task<OpenCases> OpenAsync(DataFolder folder, TimeProvider clock, CancellationToken cancel)
    {
        var audit = AuditLog.Open(folder.AuditDatabase, AuditNode.Alone, clock);
        return new(await CaseDatabase.OpenAsync(folder.CaseLocation, audit, clock, cancel), audit);
    }

    public async ValueTask DisposeAsync()
    {
        Cases.Dispose();
        await _audit.DisposeAsync();
        // The folder may be moved as soon as this returns.
        SqliteConnection.ClearAllPools();
    }
}
