using System.Data.Common;
using Homeward.Storage.Audit;
using Homeward.Storage.Genes;
using Microsoft.Data.Sqlite;

namespace Homeward.Tests.Storage.Genes;

public sealed class SqliteGeneTestDatabase : GeneTestDatabase
{
    int _crashes;

    public override DbConnection Raw(string database)
    {
        var connection = new SqliteConnection($"Data Source={Folder[database + ".db"]};Pooling=False");
        connection.Open();
        return connection;
    }

    public override DbConnection Owner(string database) => Raw(database);

    public override byte[] AllBytesOfGenes() =>
        [.. Directory.GetFiles(Folder.Path, "genes.db*").Where(it => !it.EndsWith("-shm", StringComparison.Ordinal))
            .SelectMany(ReadShared)];

    /// <summary>The files with what was written so far; a killed process leaves the same, since the system keeps what
    /// was written to it.</summary>
    public override GeneLocation AfterACrash()
    {
        var folder = Directory.CreateDirectory(Folder["crash" + ++_crashes]).FullName;
        foreach (var path in Directory.GetFiles(Folder.Path, "*.db*"))
            if (!path.EndsWith("-shm", StringComparison.Ordinal))
                File.WriteAllBytes(Path.Combine(folder, Path.GetFileName(path)), ReadShared(path));
        return new SqliteGenes(Path.Combine(folder, "genes.db"), Path.Combine(folder, "keys.db"));
    }

    /// <summary>The log that reads and acts on genes are in.</summary>
    internal IEnumerable<string> AuditFiles() =>
        Directory.GetFiles(Folder.Path, "audit.db*").Where(it => !it.EndsWith("-shm", StringComparison.Ordinal));

    protected override Task<(GeneLocation Genes, AuditDatabase Audit)> MakeAsync()
    {
        var genes = new SqliteGenes(Folder["genes.db"], Folder["keys.db"]);
        var audit = new SqliteAuditDatabase(Folder["audit.db"]);
        audit.Create();
        GeneDatabase.Create(genes, Keys, TimeProvider.System);
        return Task.FromResult<(GeneLocation, AuditDatabase)>((genes, audit));
    }

    protected override Task RemoveAsync() => Task.CompletedTask;

    static byte[] ReadShared(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
