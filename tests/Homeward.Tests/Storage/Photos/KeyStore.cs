using Homeward.Storage.Genes;
using Homeward.Storage.Keys;
using Homeward.Tests.Cli;

namespace Homeward.Tests.Storage.Photos;

/// <summary>A key store in files, as every installation has one, whatever its cases are in.</summary>
sealed class KeyStore : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public KeyStore()
    {
        Location = new SqliteGenes(_folder["genes.db"], _folder["keys.db"]);
        Files = new(_folder["keys"]);
        GeneDatabase.Create(Location, Files, TimeProvider.System);
    }

    public GeneLocation Location { get; }

    public EpochKeys Files { get; }

    public HolderKeys Keys => new(Location, Files);

    public void Dispose() => _folder.Dispose();
}
