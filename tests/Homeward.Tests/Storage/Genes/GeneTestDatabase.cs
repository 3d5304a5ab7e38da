using System.Data.Common;
using Homeward.Cases.Access;
using Homeward.Cases.Audit;
using Homeward.Storage.Audit;
using Homeward.Storage.Genes;
using Homeward.Tests.Cli;
using Homeward.Tests.Storage.Databases;

namespace Homeward.Tests.Storage.Genes;

/// <summary>Empty gene databases, a key store and an audit log of their own for the tests of one class.</summary>
public abstract class GeneTestDatabase : IAsyncLifetime
{
    AuditLog? _log;
    GeneDatabase? _genes;

    internal static Actor Analyst { get; } = new(MadeUpState.Officer.Id, MadeUpState.Police.Id);

    internal TemporaryFolder Folder { get; } = new();

    internal string KeyFolder => Folder["keys"];

    protected virtual string? Missing => null;

    public GeneDatabase Genes
    {
        get
        {
            if (Missing is { } reason) Skipping.Because(reason);
            return _genes!;
        }
    }

    public GeneLocation Location { get; private set; } = null!;

    public AuditDatabase Audit { get; private set; } = null!;

    public GeneSession Session => Genes.For(Analyst, Purpose.Identification);

    public EpochKeys Keys => new(KeyFolder);

    /// <summary>A second handle on the same databases, as a process has that starts after a crash.</summary>
    public GeneDatabase OpenAgain() => GeneDatabase.Open(Location, Keys, _log!, TimeProvider.System);

    /// <summary>Connections as an attacker has them: to the genes, or to the keys.</summary>
    public abstract DbConnection Raw(string database);

    /// <summary>The same by somebody who may change the schema.</summary>
    public abstract DbConnection Owner(string database);

    /// <summary>Everything that a copy of the gene database holds, as bytes.</summary>
    public abstract byte[] AllBytesOfGenes();

    /// <summary>What kill −9 leaves at this instant: a location on which somebody can start again.</summary>
    public abstract GeneLocation AfterACrash();

    public async ValueTask InitializeAsync()
    {
        if (Missing is not null) return;
        (Location, Audit) = await MakeAsync();
        _log = AuditLog.Open(Audit, AuditNode.Alone, TimeProvider.System);
        _genes = GeneDatabase.Open(Location, Keys, _log, TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_log is not null) await _log.DisposeAsync();
        await RemoveAsync();
        Folder.Dispose();
    }

    public GeneDatabase Open(GeneLocation location) => GeneDatabase.Open(location, Keys, _log!, TimeProvider.System);

    protected abstract Task<(GeneLocation Genes, AuditDatabase Audit)> MakeAsync();

    protected abstract Task RemoveAsync();
}
