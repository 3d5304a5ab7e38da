using System.CommandLine;
using Homeward.Server.Genes;
using Homeward.Storage;
using Homeward.Storage.Audit;
using Homeward.Storage.Genes;
using Homeward.Storage.Keys;
using Homeward.Storage.Postgres;
using Homeward.Storage.Sqlite;

namespace Homeward.Cli.Inputs;

/// <summary>The folder of an installation: its databases and its keys.</summary>
sealed record DataFolder(string Path)
{
    public string Cases => System.IO.Path.Combine(Path, "cases.db");
    public string Audit => System.IO.Path.Combine(Path, "audit.db");
    public string Genes => System.IO.Path.Combine(Path, "genes.db");
    public string Accounts => System.IO.Path.Combine(Path, "accounts.db");
    public string GeneKeys => System.IO.Path.Combine(Path, "keys.db");

    /// <summary>Files of the made-up families and samples, in a demonstration.</summary>
    public string Study => System.IO.Path.Combine(Path, "study");

    /// <summary>Bulletins as they were published.</summary>
    public string Bulletins => System.IO.Path.Combine(Path, "bulletins");

    /// <summary>Whom a visitor of a demonstration can be.</summary>
    public string DemoUsers => System.IO.Path.Combine(Path, "demo-users.json");

    public string CheckpointKey => System.IO.Path.Combine(Path, "keys", "checkpoint.pem");

    public string InstallationPath => System.IO.Path.Combine(Path, "installation.json");

    /// <summary>Null in a folder that holds genes alone, or was made otherwise.</summary>
    public InstallationFile? Installation => InstallationFile.Find(InstallationPath);

    public CaseLocation CaseLocation => CasesOf(Installation);
    public AuditDatabase AuditDatabase => AuditOf(Installation);

    public CaseLocation CasesOf(InstallationFile? file) => file?.Postgres is { } it
        ? new PostgresCases(it.Connection, it.Application) : new SqliteCases(Cases);

    public AuditDatabase AuditOf(InstallationFile? file) => file?.Postgres is { } it
        ? new PostgresAuditDatabase(it.Connection, it.Application) : new SqliteAuditDatabase(Audit);

    public bool HasCases => Installation?.Postgres is not null || File.Exists(Cases);
    public bool HasAudit => Installation?.Postgres is not null || File.Exists(Audit);

    public GeneLocation GeneLocation => new SqliteGenes(Genes, GeneKeys);

    public EpochKeys EpochKeys => new(System.IO.Path.Combine(Path, "keys"));

    /// <summary>Null in a folder without a key store: then no photos are kept.</summary>
    public HolderKeys? HolderKeys => File.Exists(GeneKeys) ? new(GeneLocation, EpochKeys) : null;

    /// <summary>Everything that Homeward itself puts into such a folder.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "cases.db", "cases.db-wal", "cases.db-shm", "audit.db", "audit.db-wal", "audit.db-shm",
        "genes.db", "genes.db-wal", "genes.db-shm", "keys.db", "keys.db-wal", "keys.db-shm", "keys", "study",
        "bulletins", "installation.json", "demo-users.json", "accounts.db",
        "accounts.db-wal", "accounts.db-shm", SearchStateFile.Name,
    ];

    public static Option<string> Option() => new("--data")
    {
        Description = "Folder of the installation",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => "homeward-data",
    };
}
