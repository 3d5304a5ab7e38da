using System.Data.Common;
using Homeward.Storage.Audit;

namespace Homeward.Storage.Genes;

/// <summary>Where genes and keys live: two databases with nothing between them, and what differs between SQLite and
/// PostgreSQL.</summary>
public abstract class GeneLocation
{
    private protected GeneLocation() { }

    /// <summary>Makes both, empty. On PostgreSQL this needs the owner's connection.</summary>
    internal abstract void Create();

    /// <summary>What is not as <see cref="Create"/> makes it.</summary>
    internal abstract IReadOnlyList<string> Faults();

    /// <summary>An open connection to the genes; a commit is on the disk when it returns.</summary>
    internal abstract DbConnection ConnectToGenes();

    /// <summary>The same for the keys.</summary>
    internal abstract DbConnection ConnectToKeys();

    /// <summary>A transaction beside which no other one writes to the same database.</summary>
    internal abstract DbTransaction BeginWrite(DbConnection connection);

    /// <summary>A transaction that sees one state, however long it reads.</summary>
    internal abstract DbTransaction BeginRead(DbConnection connection);

    /// <summary>An id as this database holds it.</summary>
    internal abstract object IdValue(Guid id);

    /// <summary>An id of a row.</summary>
    internal abstract Guid IdOf(DbDataReader reader, int column);

    /// <summary>A statement with its parameters, ready to be run many times.</summary>
    internal static DbCommand Prepared(DbTransaction transaction, string sql, params ReadOnlySpan<string> parameters)
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
        using var stream = typeof(AuditDatabase).Assembly.GetManifestResourceStream("Genes." + name)!;
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
