using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Sqlite;

/// <param name="options">How it reaches the file.</param>
/// <param name="idle">Where it waits for its next use; null when it is used once.</param>
sealed class SqliteCaseContext(
    DbContextOptions<SqliteCaseContext> options, ConcurrentBag<SqliteCaseContext>? idle = null) : CaseContext(options)
{
    /// <summary>Waits for its next use with its connection open, on which statements are compiled already.</summary>
    /// <remarks>A statement that writes brings all rules of its table along; to compile them takes ten times as long as
    /// to run them. EF Core's own pool closes the connection.</remarks>
    public override ValueTask DisposeAsync()
    {
        if (idle is null || Database.CurrentTransaction is not null) return base.DisposeAsync();
        ChangeTracker.Clear();
        ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
        idle.Add(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Closes the connection.</summary>
    public void End() => base.Dispose();
}
