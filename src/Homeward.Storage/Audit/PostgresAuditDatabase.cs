using System.Data;
using System.Data.Common;
using Npgsql;

namespace Homeward.Storage.Audit;

/// <summary>The audit log as the schema <c>audit</c>.</summary>
/// <param name="connectionString">The owner's to create, the application's to write and read.</param>
/// <param name="application">The role that gets the right to add entries and to read them, and no other.</param>
public sealed class PostgresAuditDatabase(string connectionString, string application) : AuditDatabase
{
    /// <summary>What the script makes, as the catalogue tells it: triggers that are switched on, and functions by the
    /// hash of their text; then the rights that the application's role must not have.</summary>
    const string Guards = """
        SELECT 'trigger ' || tgname || ' ' || tgenabled::text || ' ' || pg_get_triggerdef(pg_trigger.oid)
        FROM pg_trigger WHERE NOT tgisinternal AND tgrelid IN (to_regclass('audit.entry'), to_regclass('audit.subject'))
        UNION ALL
        SELECT 'function ' || proname || ' ' || prosecdef::text || ' ' || md5(prosrc)
        FROM pg_proc WHERE pronamespace = to_regnamespace('audit')
        UNION ALL
        SELECT 'check ' || conname || ' ' || pg_get_constraintdef(oid)
        FROM pg_constraint WHERE contype IN ('c', 'p', 'u')
         AND conrelid IN (to_regclass('audit.entry'), to_regclass('audit.subject'))
        UNION ALL
        SELECT 'right ' || kind || ' on ' || name
        FROM (VALUES ('entry'), ('subject')) AS tables (name),
             (VALUES ('INSERT'), ('UPDATE'), ('DELETE'), ('TRUNCATE'), ('TRIGGER')) AS kinds (kind)
        WHERE has_table_privilege(@role, 'audit.' || name, kind)
        ORDER BY 1
        """;

    internal override string EntryTable => "audit.entry";
    internal override string SubjectTable => "audit.subject";

    public override void Create()
    {
        using var connection = Open();
        using var transaction = connection.BeginTransaction();
        var role = new NpgsqlCommandBuilder().QuoteIdentifier(application);
        Run(connection, Script("postgres.sql").Replace("{application}", role, StringComparison.Ordinal));
        transaction.Commit();
    }

    internal override DbConnection Connect()
    {
        var connection = Open();
        // A cluster may have been set to answer before the disk does; not for this.
        Run(connection, "SET synchronous_commit = on");
        return connection;
    }

    internal override DbConnection ConnectToRead() => Open();

    internal override DbTransaction BeginWrite(DbConnection connection, string node)
    {
        var transaction = connection.BeginTransaction();
        using var command = Command(
            transaction, "SELECT pg_advisory_xact_lock(hashtextextended('audit.' || @node, 0))", "@node");
        command.Parameters[0].Value = node;
        command.ExecuteNonQuery();
        return transaction;
    }

    internal override DbTransaction BeginRead(DbConnection connection) =>
        connection.BeginTransaction(IsolationLevel.RepeatableRead);

    internal override object IdValue(Guid id) => id;

    internal override IEnumerable<string> ChangedGuards(DbTransaction transaction)
    {
        using var command = Command(transaction, Guards, "@role");
        command.Parameters[0].Value = application;
        using var reader = command.ExecuteReader();
        var found = new List<string>();
        while (reader.Read()) found.Add(reader.GetString(0));
        var made = Script("postgres.guards.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return made.Except(found).Concat(found.Except(made))
            .Select(it => string.Join(' ', it.Split(' ').Take(2))).Distinct();
    }

    NpgsqlConnection Open()
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
}
