using System.Data.Common;
using Npgsql;

namespace Homeward.Storage.Audit;

/// <summary>The audit log as the schema <c>audit</c>.</summary>
/// <param name="connectionString">The owner's to create, the application's to write and read.</param>
/// <param name="application">The role that gets the right to add entries and to read them, and no other.</param>
public sealed class PostgresAuditDatabase(string connectionString, string application) : AuditDatabase
{
    public override void Create()
    {
        using var connection = Connect();
        using var transaction = connection.BeginTransaction();
        var role = new NpgsqlCommandBuilder().QuoteIdentifier(application);
        Run(connection, Script("postgres.sql").Replace("{application}", role, StringComparison.Ordinal));
        transaction.Commit();
    }

    internal override DbConnection Connect()
    {
        var connection = new NpgsqlConnection(connectionString);
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

    internal override DbTransaction BeginWrite(DbConnection connection, string node)
    {
        var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT pg_advisory_xact_lock(hashtextextended('audit.' || $1, 0))";
        command.Parameters.Add(new NpgsqlParameter { Value = node });
        command.ExecuteNonQuery();
        return transaction;
    }

    internal override string EntryTable => "audit.entry";
    internal override string SubjectTable => "audit.subject";

    internal override object IdValue(Guid id) => id;
}
