using Homeward.Cases.Audit;
using Homeward.Storage.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Homeward.Storage.Audit;

/// <summary>The entries that the case database names: those of acts that were done, and those of every row.</summary>
sealed class NamedEntries
{
    const string Column = TableConventions.Entry;

    readonly Dictionary<Guid, string> _tables = [];
    readonly HashSet<Guid> _done = [];

    /// <summary>Whether an act was done.</summary>
    public bool WasDone(EntryId entry) => _done.Contains(entry.Value);

    /// <summary>The log holds this entry.</summary>
    public void Found(Guid entry) => _tables.Remove(entry);

    /// <summary>What rows name and the log does not hold, once all entries were <see cref="Found"/>.</summary>
    public IEnumerable<(string Table, EntryId Entry)> NotFound =>
        _tables.OrderBy(it => it.Value, StringComparer.Ordinal).ThenBy(it => it.Key)
            .Select(it => (it.Value, new EntryId(it.Key)));

    public static async Task<NamedEntries> ReadAsync(CaseLocation cases, CancellationToken cancel)
    {
        var named = new NamedEntries();
        await using var context = cases.NewContext();
        await foreach (var act in context.Set<DoneAct>().AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel))
            named._done.Add(act.Act.Value);
        // Views show rows of tables, and what the rules keep comes from no act: neither names an entry.
        var tables = context.Model.GetEntityTypes()
            .Where(it => it.BaseType is null && it.GetTableName() is not null && it.FindProperty(Column) is not null);
        foreach (var table in tables) await named.AddAsync(context, table, cancel);
        return named;
    }

    async Task AddAsync(CaseContext context, IEntityType table, CancellationToken cancel)
    {
        var name = table.GetTableName()!;
        var column = table.FindProperty(Column)!.GetColumnName();
        // Both are names of the model, never of a user.
        var sql = $"SELECT DISTINCT {column} AS \"Value\" FROM {name}";
        await foreach (var entry in context.Database.SqlQueryRaw<Guid>(sql).AsAsyncEnumerable()
            .WithCancellation(cancel))
            _tables.TryAdd(entry, name);
    }
}
