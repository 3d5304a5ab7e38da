using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Homeward.Tests.Storage.Killed;

/// <summary>Databases of cases and logs, filled with the made-up state, for processes that are killed.</summary>
public abstract class KilledPlace : IAsyncLifetime
{
    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public abstract ValueTask DisposeAsync();

    /// <summary>A new one; where it is.</summary>
    /// <param name="asOwner">To who may change its schema.</param>
    public abstract Task<string> NewAsync(bool asOwner = false);

    /// <summary>Returns when nothing of a killed process is under way any more.</summary>
    public virtual Task SettleAsync(string where) => Task.CompletedTask;

    /// <summary>How many rows each table of this version has.</summary>
    public async Task<IReadOnlyList<(string Table, long Rows)>> RowsAsync(string where)
    {
        await SettleAsync(where);
        await using var context = ProcessToKill.Places(where).Cases.ContextToChange();
        await context.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = context.Database.GetDbConnection().CreateCommand();
        var rows = new List<(string, long)>();
        foreach (var table in context.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables)
        {
            command.CommandText = "SELECT count(*) FROM " + table.Name;
            rows.Add((table.Name, (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!));
        }
        return rows;
    }
}
