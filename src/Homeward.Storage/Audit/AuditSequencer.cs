using System.Collections.Concurrent;
using System.Data.Common;
using System.Text;
using Homeward.Cases.Audit;
using Homeward.Cases.Time;

namespace Homeward.Storage.Audit;

/// <summary>One thread that numbers, chains and writes the entries of a node, all that wait in one commit.</summary>
/// <remarks>A thread of its own, because a commit waits for the disk and must not hold up the thread pool.</remarks>
sealed class AuditSequencer : IAsyncDisposable
{
    /// <summary>Bounds the time that the first of a batch waits for the last.</summary>
    const int MostInOneCommit = 1000;

    readonly AuditDatabase _database;
    readonly AuditNode _node;
    readonly TimeProvider _clock;
    readonly Ids _ids;
    readonly BlockingCollection<Waiting> _waiting = [];
    readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    DbConnection? _connection;

    /// <summary>Of the open connection, compiled once.</summary>
    DbCommand? _head;
    DbCommand? _insert;

    /// <exception cref="DbException">There is no such log, or it cannot be opened.</exception>
    public AuditSequencer(AuditDatabase database, AuditNode node, TimeProvider clock)
    {
        (_database, _node, _clock, _ids) = (database, node, clock, new(clock));
        _connection = database.Connect();
        new Thread(Run) { IsBackground = true, Name = "audit " + node }.Start();
    }

    public Task<EntryId> AppendAsync(AuditRecord record)
    {
        var waiting = new Waiting(record);
        _waiting.Add(waiting);
        return waiting.Done.Task;
    }

    /// <summary>Writes what still waits, and stops.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.CompleteAdding();
        await _stopped.Task;
        _waiting.Dispose();
    }

    void Run()
    {
        var batch = new List<Waiting>();
        foreach (var first in _waiting.GetConsumingEnumerable())
        {
            batch.Add(first);
            while (batch.Count < MostInOneCommit && _waiting.TryTake(out var next)) batch.Add(next);
            Settle(batch);
            batch.Clear();
        }
        Disconnect();
        _stopped.SetResult();
    }

    void Settle(List<Waiting> batch)
    {
        try
        {
            var entries = Write(batch);
            foreach (var (waiting, entry) in batch.Zip(entries)) waiting.Done.SetResult(entry);
        }
        catch (Exception e)
        {
            // Whether the commit arrived is not known; the next batch asks the database anew.
            Disconnect();
            foreach (var waiting in batch) waiting.Done.TrySetException(e);
        }
    }

    List<EntryId> Write(List<Waiting> batch)
    {
        _connection ??= _database.Connect();
        using var transaction = _database.BeginWrite(_connection, _node.Name);
        var (number, hash) = Head(transaction);
        var insert = _insert ??= AuditDatabase.Command(
            transaction,
            $"""
            INSERT INTO {_database.EntryTable} (node, number, id, body, hash)
            VALUES (@node, @number, @id, @body, @hash)
            """,
            "@node", "@number", "@id", "@body", "@hash");
        insert.Transaction = transaction;
        insert.Parameters[0].Value = _node.Name;
        var written = new List<EntryId>(batch.Count);
        foreach (var waiting in batch)
        {
            var entry = new AuditEntry(
                new(_ids.Next()), _node, ++number, Instant.Of(_clock.GetUtcNow()), waiting.Record);
            var text = AuditText.Of(entry);
            hash = AuditChain.HashOf(hash, text);
            insert.Parameters[1].Value = number;
            insert.Parameters[2].Value = _database.IdValue(entry.Id.Value);
            insert.Parameters[3].Value = Encoding.UTF8.GetString(text);
            insert.Parameters[4].Value = hash;
            insert.Prepare();
            insert.ExecuteNonQuery();
            written.Add(entry.Id);
        }
        transaction.Commit();
        return written;
    }

    (long Number, byte[] Hash) Head(DbTransaction transaction)
    {
        var command = _head ??= AuditDatabase.Command(
            transaction,
            $"SELECT number, hash FROM {_database.EntryTable} WHERE node = @node ORDER BY number DESC LIMIT 1",
            "@node");
        command.Transaction = transaction;
        command.Parameters[0].Value = _node.Name;
        command.Prepare();
        using var reader = command.ExecuteReader();
        return reader.Read()
            ? (reader.GetInt64(0), (byte[])reader.GetValue(1))
            : (0, AuditChain.Beginning.ToArray());
    }

    void Disconnect()
    {
        _insert?.Dispose();
        _head?.Dispose();
        _connection?.Dispose();
        (_insert, _head, _connection) = (null, null, null);
    }

    sealed class Waiting(AuditRecord record)
    {
        public AuditRecord Record { get; } = record;
        public TaskCompletionSource<EntryId> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
