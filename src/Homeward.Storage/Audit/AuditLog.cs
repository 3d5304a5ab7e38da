using Homeward.Cases.Audit;

namespace Homeward.Storage.Audit;

/// <summary>The record of every read and every act. An entry is on the disk before its caller hears of it.</summary>
/// <remarks>One sequencer writes for all callers of a node, and commits those that wait together. A log that cannot
/// write fails its callers with the database's own exception: nothing is handed out that is not recorded.</remarks>
public sealed class AuditLog : IAsyncDisposable
{
    readonly AuditSequencer _sequencer;

    AuditLog(AuditDatabase database, AuditSequencer sequencer) => (Database, _sequencer) = (database, sequencer);

    /// <summary>Where it is kept, for reading what was written.</summary>
    internal AuditDatabase Database { get; }

    /// <summary>Opens a log that <see cref="AuditDatabase.Create"/> has made.</summary>
    public static AuditLog Open(AuditDatabase database, AuditNode node, TimeProvider clock) =>
        new(database, new AuditSequencer(database, node, clock));

    /// <summary>Returns when the entry cannot be lost any more.</summary>
    /// <remarks>Giving up waiting does not take an entry back: it may still be written.</remarks>
    public Task<EntryId> AppendAsync(AuditRecord record, CancellationToken cancel) =>
        _sequencer.AppendAsync(record).WaitAsync(cancel);

    public ValueTask DisposeAsync() => _sequencer.DisposeAsync();
}
