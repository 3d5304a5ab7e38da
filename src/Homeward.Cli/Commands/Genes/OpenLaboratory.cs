using Homeward.Cases.Access;
using Homeward.Cases.Audit;
using Homeward.Cli.Inputs;
using Homeward.Storage;
using Homeward.Storage.Audit;
using Homeward.Storage.Genes;
using Microsoft.Data.Sqlite;

namespace Homeward.Cli.Commands.Genes;

/// <summary>Cases and genes of an installation, open for one analyst, with the one log that both write.</summary>
sealed class OpenLaboratory : IAsyncDisposable
{
    readonly CaseDatabase _cases;
    readonly AuditLog _log;

    OpenLaboratory(CaseDatabase cases, GeneDatabase genes, AuditLog log, Actor actor) =>
        (_cases, Genes, _log, Cases) = (cases, genes, log, cases.For(actor, Purpose.Identification));

    public CaseSession Cases { get; }

    public GeneDatabase Genes { get; }

    /// <summary>Null, and why, when one of them is not there or not to be used.</summary>
    public static async Task<OpenLaboratory?> OfAsync(
        DataFolder folder, Actor actor, Refusals refusals, CancellationToken cancel)
    {
        foreach (var path in new[] { folder.Cases, folder.Genes, folder.GeneKeys, folder.Audit })
            if (!File.Exists(path)) refusals.Add(folder.Path, "", $"holds no {Path.GetFileName(path)}");
        if (refusals.Any) return null;
        var clock = folder.Installation?.TimeProvider() ?? TimeProvider.System;
        var log = AuditLog.Open(folder.AuditDatabase, AuditNode.Alone, clock);
        try
        {
            var cases = await CaseDatabase.OpenAsync(folder.CaseLocation, log, clock, cancel);
            return new(
                cases, GeneDatabase.Open(folder.GeneLocation, folder.EpochKeys, log, clock), log, actor);
        }
        catch (ChangedSchemaException e)
        {
            await log.DisposeAsync();
            foreach (var name in e.Objects)
                refusals.Add(folder.Path, name, "is not as this version makes it; the database is not used");
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _cases.Dispose();
        await _log.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }
}
