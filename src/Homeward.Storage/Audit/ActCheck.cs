using Homeward.Cases.Access;
using Homeward.Cases.Audit;
using Homeward.Storage.Access;

namespace Homeward.Storage.Audit;

/// <summary>Holds the log against the case database: every row's entry must be there, and every act that was announced
/// should have been done.</summary>
/// <param name="named">What the case database names; read after <paramref name="before"/>, so that a row is never older
/// than the entries to which it is held.</param>
/// <param name="before">How long each chain was before the case database was read: younger acts may be under way.
/// </param>
sealed class ActCheck(NamedEntries named, IReadOnlyList<ChainHead> before)
{
    const int WrittenOut = 1000;

    readonly Dictionary<string, long> _lengths = before.ToDictionary(it => it.Node, it => it.Length);
    readonly Dictionary<Guid, (string Node, long Number)> _open = [];

    public void Take(StoredEntry entry, AuditRecord? record)
    {
        named.Found(entry.Id);
        if (record?.About is { } about) _open.Remove(about.Value);
        if (record is { Kind: AuditKind.Act, What: not Permission.SignCheckpoint } && !AccountLog.Has(record.What)
            && !named.WasDone(new(entry.Id)) && entry.Number <= _lengths.GetValueOrDefault(entry.Node))
            _open.Add(entry.Id, (entry.Node, entry.Number));
    }

    public void Finish(AuditFindings findings)
    {
        foreach (var (table, entry) in named.NotFound) findings.Add(new AuditFinding.RowWithoutEntry(table, entry));
    }

    public long NotDoneInAll => _open.Count;

    public IReadOnlyList<(string Node, long Number)> NotDone =>
        [.. _open.Values.OrderBy(it => it.Node, StringComparer.Ordinal).ThenBy(it => it.Number).Take(WrittenOut)];
}
