using Homeward.Cases.Audit;
using Homeward.Cli.Inputs;
using Homeward.Storage;
using Homeward.Storage.Audit;
using Homeward.Storage.Genes;

namespace Homeward.Cli.Commands.Genes;

/// <summary>The gene database of an installation, open, with the log that its reads and acts go to.</summary>
sealed class OpenGenes : IAsyncDisposable
{
    readonly AuditLog _log;

    OpenGenes(GeneDatabase database, AuditLog log) => (Database, _log) = (database, log);

    public GeneDatabase Database { get; }

    public SearchLedger Ledger => new(Database);

    /// <summary>For what the program does by itself.</summary>
    public GeneSession Session => Database.For(actor: null, Purpose.Identification);

    /// <summary>Null, and why, when there is none or it is not to be used.</summary>
    public static OpenGenes? Of(DataFolder folder, Refusals refusals)
    {
        foreach (var path in new[] { folder.Genes, folder.GeneKeys })
            if (!File.Exists(path))
                refusals.Add(folder.Path, "", $"holds no {Path.GetFileName(path)}; begin with `homeward genes init`");
        if (!folder.HasAudit) refusals.Add(folder.Path, "", "holds no audit.db; begin with `homeward genes init`");
        if (refusals.Any) return null;
        var clock = folder.Installation?.TimeProvider() ?? TimeProvider.System;
        var log = AuditLog.Open(folder.AuditDatabase, AuditNode.Alone, clock);
        try
        {
            return new(GeneDatabase.Open(folder.GeneLocation, folder.EpochKeys, log, clock), log);
        }
        catch (ChangedSchemaException e)
        {
            foreach (var name in e.Objects)
                refusals.Add(folder.Path, name, "is not as this version makes it; the database is not used");
            return null;
        }
    }

    public ValueTask DisposeAsync() => _log.DisposeAsync();
}
