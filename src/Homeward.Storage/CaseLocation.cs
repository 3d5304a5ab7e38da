using System.Data.Common;
using Homeward.Storage.Access;
using Homeward.Storage.Schema;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage;

/// <summary>Where a case database lives: what differs between SQLite and PostgreSQL.</summary>
public abstract class CaseLocation
{
    readonly LiveGrants _liveGrants = new();

    private protected CaseLocation() { }

    /// <summary>Acts that may run at the same time.</summary>
    internal abstract int Writers { get; }

    /// <summary>A context that knows nothing of whom it served before.</summary>
    internal CaseContext NewContext()
    {
        var context = PooledContext();
        context.LiveGrants = _liveGrants;
        context.Sight = Sight.None;
        context.ActEntry = null;
        return context;
    }

    /// <summary>Lets go of what waits to be used again.</summary>
    internal virtual void Rest()
    {
    }

    /// <summary>A new one, or one that was disposed of.</summary>
    private protected abstract CaseContext PooledContext();

    /// <summary>Makes an empty database with all tables and rules. On PostgreSQL this needs the owner's connection.
    /// </summary>
    internal abstract Task CreateAsync(CancellationToken cancel);

    /// <summary>What is wrong with tables and rules as the database has them; empty when they are as this version
    /// makes them.</summary>
    internal async Task<IReadOnlyList<string>> FaultsAsync(CancellationToken cancel)
    {
        // Not one that stays open: a database that is refused is let go of.
        await using var context = ContextToChange();
        await SchemaHistory.CheckAsync(context, cancel);
        return await FaultsAsync(context, cancel);
    }

    /// <summary>What leads from the database, whichever version made it, to this version.</summary>
    internal async Task<SchemaPlan> PlanAsync(CancellationToken cancel)
    {
        // Nor this: the next thing to ask is whether anybody has the database open.
        await using var context = ContextToChange();
        await context.OpenAsync(cancel);
        var changes = await SchemaHistory.AheadAsync(context, cancel);
        if (!await IsAsSealedAsync(context, cancel)) throw NotAsSealed();
        // After a change of tables all rules are made anew, whatever they were.
        return new(changes, changes.Count > 0 ? [] : await FaultsAsync(context, cancel));
    }

    /// <summary>Whether anybody else has the database open. On PostgreSQL: in the application's role.</summary>
    internal abstract Task<bool> IsInUseAsync(CancellationToken cancel);

    /// <summary>A context that may change tables.</summary>
    internal abstract CaseContext ContextToChange();

    /// <summary>Brings tables and rules of an older version to this one, all of it or nothing. On PostgreSQL this
    /// needs the owner's connection.</summary>
    internal async Task MigrateAsync(CancellationToken cancel)
    {
        await using var context = ContextToChange();
        await ChangeAsync(context, script: null, cancel);
    }

    /// <summary>Changes tables in one transaction; within it rules are there at its beginning and its end only.
    /// </summary>
    /// <param name="context">One that may change tables.</param>
    /// <param name="script">How; null for what leads from the version that the database has to this one.</param>
    /// <param name="cancel">Leaves everything as it was.</param>
    /// <exception cref="ChangedSchemaException">Somebody else changed it before; that is not to be covered up.
    /// </exception>
    internal async Task ChangeAsync(DbContext context, string? script, CancellationToken cancel)
    {
        await context.Database.OpenConnectionAsync(cancel);
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        var isThere = await SchemaHistory.IsThereAsync(context, cancel);
        if (isThere && !await IsAsSealedAsync(context, cancel)) throw NotAsSealed();
        var isToThisVersion = script is null;
        script ??= await SchemaHistory.ScriptAsync(context, cancel);
        if (isThere) await DropRulesAsync(context, cancel);
        await SchemaHistory.RunAsync(context, script, cancel);
        await MakeRulesAsync(context, cancel);
        // What would not be opened afterwards is not kept.
        if (isThere && isToThisVersion && await FaultsAsync(context, cancel) is { Count: > 0 } faults)
            throw new ChangedSchemaException(faults);
        await transaction.CommitAsync(cancel);
    }

    static ChangedSchemaException NotAsSealed() => new(["tables, rules or rights are not as they were made"]);

    private protected async Task CreateTablesAsync(CancellationToken cancel)
    {
        await using var context = ContextToChange();
        if (await SchemaHistory.IsThereAsync(context, cancel))
            throw new InvalidOperationException("There is a case database here already.");
        await ChangeAsync(context, script: null, cancel);
    }

    private protected abstract Task<IReadOnlyList<string>> FaultsAsync(DbContext context, CancellationToken cancel);

    /// <summary>Whether tables and rules are as the last change of the schema left them.</summary>
    private protected abstract Task<bool> IsAsSealedAsync(DbContext context, CancellationToken cancel);

    private protected abstract Task DropRulesAsync(DbContext context, CancellationToken cancel);

    /// <summary>Makes all rules, and seals what there is then.</summary>
    private protected abstract Task MakeRulesAsync(DbContext context, CancellationToken cancel);

    /// <summary>Whether the same act may succeed when it is tried again.</summary>
    internal abstract bool IsTransient(DbException exception);
}
