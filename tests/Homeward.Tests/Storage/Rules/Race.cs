using System.Data;
using System.Data.Common;
using Homeward.Tests.Storage.Databases;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Homeward.Tests.Storage.Rules;

/// <summary>Two transactions at once, both begun before either writes; neither sees what the other does until one
/// commits.</summary>
static class Race
{
    /// <summary>What each database offers; SQLite knows one level only.</summary>
    public static IReadOnlyList<IsolationLevel> LevelsOfSqlite { get; } = [IsolationLevel.Serializable];

    public static IReadOnlyList<IsolationLevel> LevelsOfPostgres { get; } =
        [IsolationLevel.ReadCommitted, IsolationLevel.RepeatableRead, IsolationLevel.Serializable];

    /// <summary>Every pair at every level, in both orders.</summary>
    public static TheoryData<IsolationLevel, string, bool> BothWays(
        IReadOnlyList<IsolationLevel> levels, IEnumerable<string> pairs) =>
        new MatrixTheoryData<IsolationLevel, string, bool>(levels, pairs, [false, true]);

    /// <summary>The first writes and commits while the second waits for it, or is turned away.</summary>
    /// <returns>Why each was not done; null for one that was.</returns>
    public static async Task<(Exception? First, Exception? Second)> RunAsync(
        TestDatabase database, IsolationLevel level, string first, string second)
    {
        await using var a = await database.RawAsync();
        await using var b = await database.RawAsync();
        await using var began = await BeginAsync(a, level);
        await using var late = await BeginAsync(b, level);

        var failed = await Record.ExceptionAsync(() => RawSql.RunAsync(a, first, began));
        var waiting = Task.Run(() => RawSql.RunAsync(b, second, late));
        await WaitUntilBlockedAsync(database, b, waiting);
        if (failed is null) await began.CommitAsync();
        else await began.RollbackAsync();
        var alsoFailed = await Record.ExceptionAsync(async () =>
        {
            await waiting;
            await late.CommitAsync();
        });
        Assert.True(failed is null or DbException, failed?.ToString());
        Assert.True(alsoFailed is null or DbException, alsoFailed?.ToString());
        return (failed, alsoFailed);
    }

    /// <summary>A transaction that has looked at the database already.</summary>
    static async Task<DbTransaction> BeginAsync(DbConnection connection, IsolationLevel level)
    {
        var transaction = connection is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : await connection.BeginTransactionAsync(level);
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT count(*) FROM persons";
        await command.ExecuteScalarAsync();
        return transaction;
    }

    /// <summary>Returns when the other transaction's statement waits for a lock, or has ended. SQLite turns a second
    /// writer away rather than keep him waiting, since what he has read is out of date.</summary>
    static async Task WaitUntilBlockedAsync(TestDatabase database, DbConnection waiter, Task statement)
    {
        if (waiter is not NpgsqlConnection { ProcessID: var process }) return;
        await using var watcher = await database.OwnerAsync();
        await using var command = watcher.CreateCommand();
        command.CommandText =
            $"SELECT count(*) FROM pg_stat_activity WHERE pid = {process} AND wait_event_type = 'Lock'";
        while (!statement.IsCompleted && (long)(await command.ExecuteScalarAsync(default))! == 0)
        {
        }
    }
}
