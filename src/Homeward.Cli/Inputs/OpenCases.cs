using System.Data.Common;
using Homeward.Cases.Audit;
using Homeward.Storage;
using Homeward.Storage.Audit;
using Homeward.Storage.Genes;
using Microsoft.Data.Sqlite;

namespace Homeward.Cli.Inputs;

/// <summary>The databases of a folder, open, with their log.</summary>
sealed class OpenCases : IAsyncDisposable
{
    readonly AuditLog _audit;

    OpenCases(CaseDatabase cases, AuditLog audit) => (Cases, _audit) = (cases, audit);

    public CaseDatabase Cases { get; }

    /// <summary>The gene database of the same folder, with the same log.</summary>
    public GeneDatabase Genes(DataFolder folder, TimeProvider clock) =>
        GeneDatabase.Open(folder.GeneLocation, folder.EpochKeys, _audit, clock);

    /// <summary>Makes the databases of a new folder, that of genes included.</summary>
    public static async Task<OpenCases> CreateAsync(DataFolder folder, TimeProvider clock, CancellationToken cancel)
    {
        await CreateAsync(folder.CaseLocation, folder.AuditDatabase, cancel);
        GeneDatabase.Create(folder.GeneLocation, folder.EpochKeys, clock);
        return await OpenAsync(folder.CaseLocation, folder.AuditDatabase, clock, cancel);
    }

    /// <summary>Makes empty databases. On PostgreSQL this needs the owner's connection.</summary>
    public static Task CreateAsync(CaseLocation cases, AuditDatabase audit, CancellationToken cancel)
    {
        audit.Create();
        return CaseDatabase.CreateAsync(cases, cancel);
    }

    /// <summary>Null, and why, when they are not as this version makes them.</summary>
    public static async Task<OpenCases?> OpenAsync(
        DataFolder folder, TimeProvider clock, Refusals refusals, CancellationToken cancel)
    {
        try
        {
            return await OpenAsync(folder.CaseLocation, folder.AuditDatabase, clock, cancel);
        }
        catch (ChangedSchemaException e)
        {
            foreach (var name in e.Objects)
                refusals.Add(folder.Path, name, "is not as this version makes it; the database is not used");
            refusals.Add(folder.Path, "", "if an older version made it: homeward migrate --plan");
        }
        catch (OtherVersionException e)
        {
            refusals.Add(folder.Path, "", e.Message);
        }
        catch (DbException e)
        {
            refusals.Add(folder.Path, "", "cannot be opened: " + e.Message);
        }
        return null;
    }

    public static Task<OpenCases> OpenAsync(DataFolder folder, TimeProvider clock, CancellationToken cancel) =>
        OpenAsync(folder.CaseLocation, folder.AuditDatabase, clock, cancel);

    /// <summary>The databases of an installation whose file is not written yet.</summary>
    public static Task<OpenCases> OpenAsync(
        DataFolder folder, InstallationFile file, TimeProvider clock, CancellationToken cancel) =>
        OpenAsync(folder.CasesOf(file), folder.AuditOf(file), clock, cancel);

    static async Task<OpenCases> OpenAsync(
        CaseLocation location, AuditDatabase database, TimeProvider clock, CancellationToken cancel)
    {
        var audit = AuditLog.Open(database, AuditNode.Alone, clock);
        try
        {
            return new(await CaseDatabase.OpenAsync(location, audit, clock, cancel), audit);
        }
        catch
        {
            await audit.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Cases.Dispose();
        await _audit.DisposeAsync();
        // The folder may be moved as soon as this returns.
        SqliteConnection.ClearAllPools();
    }
}
