using System.Data.Common;
using System.Runtime.CompilerServices;
using Homeward.Genetics.Primitives;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Homeward.Storage.Sqlite;

/// <summary>Gives EF Core commands whose statements a connection compiles once.</summary>
sealed class SqliteStatements : DbCommandInterceptor
{
    static readonly ConditionalWeakTable<SqliteConnection, SqliteStatements> OfConnections = [];

    /// <summary>Some two hundred are in use; a query over a list of its own length each time must not fill the memory.
    /// </summary>
    const int MostKept = 1000;

    readonly Dictionary<string, SqliteCommand> _kept = [];

    public static SqliteStatements Instance { get; } = new();

    public override InterceptionResult<DbCommand> CommandCreating(
        CommandCorrelatedEventData eventData, InterceptionResult<DbCommand> result) =>
        InterceptionResult<DbCommand>.SuppressWithResult(new SqliteStatement((SqliteConnection)eventData.Connection!));

    /// <summary>The compiled command of this text that nobody uses now; a new one if there is none.</summary>
    public static SqliteCommand Take(SqliteConnection connection, string text)
    {
        if (OfConnections.GetOrAdd(connection, static _ => new())._kept.Remove(text, out var command)) return command;
        command = connection.CreateCommand();
        command.CommandText = text;
        return command;
    }

    /// <summary>A connection that closed has let go of its commands. One that was used again would be compiled again,
    /// known to nobody, and hold the file after the connection is closed for good.</summary>
    public static void Forget(SqliteConnection connection) => OfConnections.Remove(connection);

    public static void GiveBack(SqliteCommand command)
    {
        Check.That(command.Connection is not null);
        command.Parameters.Clear();
        command.Transaction = null;
        var kept = OfConnections.GetOrAdd(command.Connection, static _ => new())._kept;
        if (kept.Count >= MostKept || !kept.TryAdd(command.CommandText, command)) command.Dispose();
    }
}
