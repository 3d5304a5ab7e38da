using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Homeward.Storage.Genes;

/// <summary>Genes and keys as two files, <c>genes.db</c> and <c>keys.db</c>.</summary>
public sealed class SqliteGenes(string genes, string keys) : GeneLocation
{
    /// <summary>A file of a million profiles is one transaction; who comes meanwhile waits.</summary>
    const int SecondsToWaitForAnotherWriter = 300;

    static string GenesScript => Script("genes.sqlite.sql") + Script("search.sqlite.sql");

    static string KeysScript => Script("keys.sqlite.sql");

    internal override void Create()
    {
        foreach (var (path, script) in new[] { (genes, GenesScript), (keys, KeysScript) })
        {
            using var connection = Open(path, SqliteOpenMode.ReadWriteCreate);
            Run(connection, "PRAGMA journal_mode = WAL");
            using var transaction = connection.BeginTransaction(deferred: false);
            Run(connection, script);
            transaction.Commit();
        }
    }

    internal override IReadOnlyList<string> Faults() =>
        [.. Faults(genes, GenesScript), .. Faults(keys, KeysScript)];

    internal override DbConnection ConnectToGenes()
    {
        var connection = Open(genes, SqliteOpenMode.ReadWrite);
        Run(connection, "PRAGMA synchronous = FULL; PRAGMA cache_size = -65536");
        return connection;
    }

    internal override DbConnection ConnectToKeys()
    {
        var connection = Open(keys, SqliteOpenMode.ReadWrite);
        // What is deleted here must be gone from the file too.
        Run(connection, "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA cache_size = -65536");
        return connection;
    }

    internal override DbTransaction BeginWrite(DbConnection connection) =>
        ((SqliteConnection)connection).BeginTransaction(deferred: false);

    internal override DbTransaction BeginRead(DbConnection connection) =>
        ((SqliteConnection)connection).BeginTransaction(deferred: true);

    internal override object IdValue(Guid id) => id.ToByteArray(bigEndian: true);

    internal override Guid IdOf(DbDataReader reader, int column) =>
        new((byte[])reader.GetValue(column), bigEndian: true);

    static IEnumerable<string> Faults(string path, string script)
    {
        using var fresh = Open(":memory:", SqliteOpenMode.Memory);
        Run(fresh, script);
        using var found = Open(path, SqliteOpenMode.ReadOnly);
        var (made, there) = (Objects(fresh), Objects(found));
        return made.Except(there).Concat(there.Except(made)).Select(it => it.Name).Distinct();
    }

    static List<(string Name, string Sql)> Objects(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'";
        using var reader = command.ExecuteReader();
        var objects = new List<(string, string)>();
        while (reader.Read()) objects.Add((reader.GetString(0), reader.GetString(1)));
        return objects;
    }

    static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var settings = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = SecondsToWaitForAnotherWriter,
        };
        var connection = new SqliteConnection(settings.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
