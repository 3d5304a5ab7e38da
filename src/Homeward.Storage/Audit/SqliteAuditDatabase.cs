using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Homeward.Storage.Audit;

/// <summary>The audit log as a file of its own, <c>audit.db</c>.</summary>
public sealed class SqliteAuditDatabase(string path) : AuditDatabase
{
    const int SecondsToWaitForAnotherProcess = 30;

    internal override string EntryTable => "entry";
    internal override string SubjectTable => "subject";

    public override void Create()
    {
        using var connection = Open(path, SqliteOpenMode.ReadWriteCreate);
        Run(connection, "PRAGMA journal_mode = WAL;");
        using var transaction = connection.BeginTransaction(deferred: false);
        Run(connection, Script("sqlite.sql"));
        transaction.Commit();
    }

    internal override DbConnection Connect()
    {
        var connection = Open(path, SqliteOpenMode.ReadWrite);
        Run(connection, "PRAGMA synchronous = FULL;");
        return connection;
    }

    internal override DbConnection ConnectToRead() => Open(path, SqliteOpenMode.ReadOnly);

    internal override DbTransaction BeginWrite(DbConnection connection, string node) =>
        ((SqliteConnection)connection).BeginTransaction(deferred: false);

    internal override DbTransaction BeginRead(DbConnection connection) =>
        ((SqliteConnection)connection).BeginTransaction(deferred: true);

    internal override object IdValue(Guid id) => id.ToString();

    /// <summary>Compares with what the script makes in a database of its own in memory.</summary>
    internal override IEnumerable<string> ChangedGuards(DbTransaction transaction)
    {
        using var connection = Open(":memory:", SqliteOpenMode.Memory);
        Run(connection, Script("sqlite.sql"));
        using var fresh = connection.BeginTransaction();
        var made = Objects(fresh);
        var found = Objects(transaction);
        return made.Except(found).Concat(found.Except(made)).Select(it => it.Name).Distinct();
    }

    static List<(string Name, string Sql)> Objects(DbTransaction transaction)
    {
        using var command = Command(
            transaction,
            "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'");
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
            DefaultTimeout = SecondsToWaitForAnotherProcess,
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
