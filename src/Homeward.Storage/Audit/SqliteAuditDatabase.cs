using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Homeward.Storage.Audit;

/// <summary>The audit log as a file of its own, <c>audit.db</c>.</summary>
public sealed class SqliteAuditDatabase(string path) : AuditDatabase
{
    const int SecondsToWaitForAnotherProcess = 30;

    public override void Create()
    {
        using var connection = Open(SqliteOpenMode.ReadWriteCreate);
        Run(connection, "PRAGMA journal_mode = WAL;");
        using var transaction = connection.BeginTransaction(deferred: false);
        Run(connection, Script("sqlite.sql"));
        transaction.Commit();
    }

    internal override DbConnection Connect() => Open(SqliteOpenMode.ReadWrite);

    internal override DbTransaction BeginWrite(DbConnection connection, string node) =>
        ((SqliteConnection)connection).BeginTransaction(deferred: false);

    internal override string EntryTable => "entry";
    internal override string SubjectTable => "subject";

    internal override object IdValue(Guid id) => id.ToString();

    SqliteConnection Open(SqliteOpenMode mode)
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
            Run(connection, "PRAGMA synchronous = FULL;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
