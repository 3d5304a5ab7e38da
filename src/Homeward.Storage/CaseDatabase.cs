using Homeward.Cases.Access;
using Homeward.Cases.Audit;
using Homeward.Cases.Time;
using Homeward.Storage.Audit;

namespace Homeward.Storage;

/// <summary>The open case database. Its data are reached through a <see cref="CaseSession"/> and in no other way.
/// </summary>
public sealed class CaseDatabase : IDisposable
{
    int _factsForGenes;

    CaseDatabase(CaseLocation location, AuditLog audit, TimeProvider clock)
    {
        (Location, Audit, Clock, Ids) = (location, audit, clock, new(clock));
        Writers = new(location.Writers);
    }

    internal CaseLocation Location { get; }
    internal AuditLog Audit { get; }
    internal TimeProvider Clock { get; }
    internal Ids Ids { get; }

    /// <summary>Wakes who waits for acts.</summary>
    public ActSignal Acts { get; } = new();

    /// <summary>How many acts of this process have written something that the gene database is to be told: whoever
    /// carries it looks at this, and reads only when there is something to read.</summary>
    public int FactsForGenes => Volatile.Read(ref _factsForGenes);

    /// <summary>Lets so many acts through at a time.</summary>
    internal SemaphoreSlim Writers { get; }

    /// <summary>Makes an empty database. On PostgreSQL this needs the owner's connection.</summary>
    public static Task CreateAsync(CaseLocation location, CancellationToken cancel) => location.CreateAsync(cancel);

    /// <summary>What <see cref="MigrateAsync"/> would do.</summary>
    /// <exception cref="OtherVersionException">A newer version made it.</exception>
    /// <exception cref="ChangedSchemaException">It is not as the version that made it left it.</exception>
    public static Task<SchemaPlan> PlanAsync(CaseLocation location, CancellationToken cancel) =>
        location.PlanAsync(cancel);

    /// <summary>Whether anybody else has it open; on PostgreSQL, in the application's role.</summary>
    public static Task<bool> IsInUseAsync(CaseLocation location, CancellationToken cancel) =>
        location.IsInUseAsync(cancel);

    /// <summary>Brings a database that an older version made to this one, all of it or nothing. One that is there
    /// already has its rules made anew. On PostgreSQL this needs the owner's connection.</summary>
    /// <exception cref="OtherVersionException">A newer version made it.</exception>
    /// <exception cref="ChangedSchemaException">It is not as the version that made it left it, or would not be as this
    /// version makes it.</exception>
    public static Task MigrateAsync(CaseLocation location, CancellationToken cancel) => location.MigrateAsync(cancel);

    /// <summary>Opens a database, once its tables and rules are found to be as this version makes them.</summary>
    /// <exception cref="OtherVersionException">Another version made it.</exception>
    /// <exception cref="ChangedSchemaException">They are not.</exception>
    public static async Task<CaseDatabase> OpenAsync(
        CaseLocation location, AuditLog audit, TimeProvider clock, CancellationToken cancel)
    {
        var faults = await location.FaultsAsync(cancel);
        return faults.Count == 0 ? new(location, audit, clock) : throw new ChangedSchemaException(faults);
    }

    /// <summary>After the commit of an act that wrote such a thing.</summary>
    internal void NoteFactsForGenes() => Interlocked.Increment(ref _factsForGenes);

    /// <summary>The door for one actor and one purpose.</summary>
    public CaseSession For(Actor actor, Purpose purpose) => new(this, actor, purpose);

    public void Dispose()
    {
        Writers.Dispose();
        Location.Rest();
    }
}
