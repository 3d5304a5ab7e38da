using System.Data.Common;

namespace Homeward.Storage.Audit;

/// <summary>Where an audit log lives: what differs between the two databases.</summary>
public abstract class AuditDatabase
{
    private protected AuditDatabase() { }

    /// <summary>Makes the tables and what guards them. On PostgreSQL this needs the owner's connection.</summary>
    public abstract void Create();

    /// <summary>An open connection on which a commit is on the disk when it returns.</summary>
    internal abstract DbConnection Connect();

    /// <summary>A transaction that no other sequencer of the same node can run beside.</summary>
    internal abstract DbTransaction BeginWrite(DbConnection connection, string node);

    internal abstract string EntryTable { get; }
    internal abstract string SubjectTable { get; }

    /// <summary>An id as this database holds it.</summary>
    internal abstract object IdValue(Guid id);

    private protected static string Script(string name)
    {
        using var stream = typeof(AuditDatabase).Assembly.GetManifestResourceStream("Audit." + name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    internal static DbCommand Command(DbTransaction transaction, string sql, ReadOnlySpan<string> parameters)
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

    private protected static void Run(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
