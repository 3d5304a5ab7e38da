using System.Data.Common;
using Homeward.Storage;
using Homeward.Storage.Audit;
using Homeward.Storage.Sqlite;
using Homeward.Tests.Cli;
using Microsoft.Data.Sqlite;

namespace Homeward.Tests.Storage.Databases;

/// <summary>Files of their own, copied from a template; in memory where the system has such a folder, since these tests
/// ask what is written and not whether it survives a fall of the power.</summary>
public sealed class SqliteTestDatabase : TestDatabase
{
    const string Memory = "/dev/shm";

    static readonly TemporaryFolder Template = NewFolder();
    static readonly Lazy<Task> Made = new(MakeTemplateAsync);

    readonly TemporaryFolder _folder = NewFolder();

    /// <summary>Where its files are.</summary>
    public string Folder => _folder.Path;

    string CasesPath => Path.Combine(_folder.Path, "cases.db");

    public override async Task<DbConnection> RawAsync()
    {
        var connection = new SqliteConnection(
            $"Data Source={CasesPath};Pooling=False;Foreign Keys=False;Default Timeout=1");
        await connection.OpenAsync();
        return connection;
    }

    public override Task<DbConnection> OwnerAsync() => RawAsync();

    /// <summary>Cases and log as files, with what has not been moved into them yet.</summary>
    public IEnumerable<string> Files() =>
        Directory.GetFiles(_folder.Path, "*.db*").Where(it => !it.EndsWith("-shm", StringComparison.Ordinal));

    protected override async Task<(CaseLocation Cases, AuditDatabase Audit)> MakeAsync()
    {
        await Made.Value;
        foreach (var name in new[] { "cases.db", "audit.db" })
            File.Copy(Path.Combine(Template.Path, name), Path.Combine(_folder.Path, name));
        return (new SqliteCases(CasesPath), new SqliteAuditDatabase(Path.Combine(_folder.Path, "audit.db")));
    }

    protected override Task RemoveAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    static TemporaryFolder NewFolder() => Directory.Exists(Memory) ? new(Memory) : new(Path.GetTempPath());

    static async Task MakeTemplateAsync()
    {
        var path = Path.Combine(Template.Path, "cases.db");
        var cases = new SqliteCases(path);
        var audit = new SqliteAuditDatabase(Path.Combine(Template.Path, "audit.db"));
        audit.Create();
        await CaseDatabase.CreateAsync(cases, CancellationToken.None);
        await FillAsync(cases, audit);
        await EmptyLogAsync(path);
        await EmptyLogAsync(Path.Combine(Template.Path, "audit.db"));
    }

    /// <summary>So that the file alone is the whole database.</summary>
    static async Task EmptyLogAsync(string path)
    {
        SqliteConnection.ClearAllPools();
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync();
    }
}
