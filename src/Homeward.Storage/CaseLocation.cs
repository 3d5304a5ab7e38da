using System.Data.Common;
using Homeward.Storage.Access;
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

    /// <summary>A new one, or one that was disposed of.</summary>
    private protected abstract CaseContext PooledContext();

    /// <summary>Makes an empty database with all tables and rules. On PostgreSQL this needs the owner's connection.
    /// </summary>
    internal abstract Task CreateAsync(CancellationToken cancel);

    /// <summary>What is wrong with tables and rules as the database has them; empty when they are as this version
    /// makes them.</summary>
    internal abstract Task<IReadOnlyList<string>> FaultsAsync(CancellationToken cancel);

    /// <summary>Drops all rules and makes them anew: the last thing a change of the schema does.</summary>
    internal abstract Task RenewRulesAsync(DbContext context, CancellationToken cancel);

    /// <summary>Whether the same act may succeed when it is tried again.</summary>
    internal abstract bool IsTransient(DbException exception);
}
