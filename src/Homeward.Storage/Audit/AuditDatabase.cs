using System.Data.Common;

namespace Homeward.Storage.Audit;

/// <summary>Where an audit log lives: what differs between the two databases.</summary>
public abstract class AuditDatabase
{
    private protected AuditDatabase() { }

    /// <summary>Makes the tables and what guards them. On PostgreSQL this needs the owner's connection.</summary>
    public abstract void Create();

    /// <summary>Tables, triggers, functions and rights that are not as this version makes them. Of the entries nothing
    /// is said: they are <see cref="AuditVerification"/>'s.</summary>
    public IReadOnlyList<string> Faults()
    {
        using var connection = ConnectToRead();
        using var transaction = BeginRead(connection);
        return [.. ChangedGuards(transaction)];
    }

    internal abstract string EntryTable { get; }
    internal abstract string SubjectTable { get; }

    /// <summary>An open connection on which a commit is on the disk when it returns.</summary>
    internal abstract DbConnection Connect();

    /// <summary>An open connection that changes nothing.</summary>
    internal abstract DbConnection ConnectToRead();

    /// <summary>A transaction that no other sequencer of the same node can run beside.</summary>
    internal abstract DbTransaction BeginWrite(DbConnection connection, string node);

    /// <summary>A transaction that sees one state of the log, however long it reads.</summary>
    internal abstract DbTransaction BeginRead(DbConnection connection);

    /// <summary>An id as this database holds it.</summary>
    internal abstract object IdValue(Guid id);

    /// <summary>The names of tables, triggers, functions and rights that are not as <see cref="Create"/> makes
    /// them.</summary>
    internal abstract IEnumerable<string> ChangedGuards(DbTransaction transaction);

    internal static DbCommand Command(DbTransaction transaction, string sql, params ReadOnlySpan<string> parameters)
    {
        var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        foreach (var name in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }
        return command;
    }

    private protected static string Script(string name)
    {
        using var stream = typeof(AuditDatabase).Assembly.GetManifestResourceStream("Audit." + name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private protected static void Run(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
