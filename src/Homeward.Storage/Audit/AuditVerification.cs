using Homeward.Cases.Audit;
using Homeward.Cases.Time;

namespace Homeward.Storage.Audit;

/// <summary>Reads a whole log without changing it and reports what was done to it.</summary>
public static class AuditVerification
{
    /// <summary>The log by itself.</summary>
    /// <param name="database">The log; it may be in use.</param>
    /// <param name="heldOutside">Checkpoints that were kept where nobody who can write the log reaches.</param>
    /// <param name="cancel">Ends the reading.</param>
    public static AuditReport Run(
        AuditDatabase database, IReadOnlyList<Checkpoint> heldOutside, CancellationToken cancel) =>
        Run(database, heldOutside, null, cancel);

    /// <summary>The log, and the case database against it.</summary>
    public static async Task<AuditReport> RunAsync(
        AuditDatabase database, CaseLocation cases, IReadOnlyList<Checkpoint> heldOutside, CancellationToken cancel)
    {
        var before = Checkpoint(database, TimeProvider.System).Chains;
        var named = await NamedEntries.ReadAsync(cases, cancel);
        return Run(database, heldOutside, new ActCheck(named, before), cancel);
    }

    /// <summary>The length and head of every chain now, to be signed and kept elsewhere.</summary>
    public static Checkpoint Checkpoint(AuditDatabase database, TimeProvider clock)
    {
        using var connection = database.ConnectToRead();
        using var transaction = database.BeginRead(connection);
        return new(Instant.Of(clock.GetUtcNow()), new AuditReader(database, transaction).Heads());
    }

    static AuditReport Run(
        AuditDatabase database, IReadOnlyList<Checkpoint> heldOutside, ActCheck? acts, CancellationToken cancel)
    {
        using var connection = database.ConnectToRead();
        using var transaction = database.BeginRead(connection);
        var reader = new AuditReader(database, transaction);
        var check = new ChainCheck(heldOutside);
        var notUnderstood = 0L;
        foreach (var name in database.ChangedGuards(transaction)) check.Findings.Add(new AuditFinding.Unguarded(name));
        foreach (var chunk in Chunks(reader.Entries()))
        {
            cancel.ThrowIfCancellationRequested();
            var records = chunk.ConvertAll(it => AuditText.Read(it.Text).Value?.Record);
            foreach (var (entry, record) in chunk.Zip(records))
            {
                check.Take(entry);
                acts?.Take(entry, record);
                if (record is null) notUnderstood++;
            }
            CheckSubjects(reader, chunk, records, check.Findings);
        }
        var chains = check.Finish();
        foreach (var (node, number) in reader.ListedWithoutEntry())
            check.Findings.Add(new AuditFinding.SubjectListedWrongly(node, number));
        acts?.Finish(check.Findings);
        return new()
        {
            Chains = chains,
            Findings = check.Findings,
            NotUnderstood = notUnderstood,
            WithCases = acts is not null,
            NotDone = acts?.NotDone ?? [],
            NotDoneInAll = acts?.NotDoneInAll ?? 0,
        };
    }

    /// <summary>Compares what these entries of one chain name with the index by subject.</summary>
    static void CheckSubjects(
        AuditReader reader, List<StoredEntry> chunk, List<AuditRecord?> records, AuditFindings findings)
    {
        var node = chunk[0].Node;
        var listed = reader.Listed(node, chunk[0].Number, chunk[^1].Number);
        var understood = new HashSet<long>();
        foreach (var (entry, record) in chunk.Zip(records))
        {
            if (record is null) continue;
            understood.Add(entry.Number);
            foreach (var subject in record.Subjects.Distinct())
                if (!listed.Remove((entry.Number, subject)))
                    findings.Add(new AuditFinding.SubjectNotListed(node, entry.Number));
        }
        foreach (var (number, _) in listed.Where(it => understood.Contains(it.Number)).OrderBy(it => it.Number))
            findings.Add(new AuditFinding.SubjectListedWrongly(node, number));
    }

    /// <summary>Entries in runs of one chain.</summary>
    static IEnumerable<List<StoredEntry>> Chunks(IEnumerable<StoredEntry> entries)
    {
        const int most = 1000;
        var chunk = new List<StoredEntry>();
        foreach (var entry in entries)
        {
            if (chunk.Count == most || (chunk.Count > 0 && chunk[0].Node != entry.Node))
            {
                yield return chunk;
                chunk = [];
            }
            chunk.Add(entry);
        }
        if (chunk.Count > 0) yield return chunk;
    }
}
