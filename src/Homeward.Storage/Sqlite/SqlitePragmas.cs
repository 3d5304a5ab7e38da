using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Homeward.Storage.Sqlite;

/// <summary>What each connection is told when it opens: a commit is on the disk before it returns, and an act that is
/// larger than the cache writes each of its pages once, at its end.</summary>
sealed class SqlitePragmas : DbConnectionInterceptor
{
    public static SqlitePragmas Instance { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
        Tell(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Tell(connection);
        return Task.CompletedTask;
    }

    static void Tell(DbConnection connection)
    {
        SqliteStatements.Forget((SqliteConnection)connection);
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous = FULL; PRAGMA busy_timeout = 30000; PRAGMA cache_spill = OFF;";
        command.ExecuteNonQuery();
    }
}
