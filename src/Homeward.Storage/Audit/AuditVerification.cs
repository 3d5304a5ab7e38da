using Homeward.Cases.Audit;
using Homeward.Cases.Time;

namespace Homeward.Storage.Audit;

/// <summary>Reads a whole log without changing it and reports what was done to it.</summary>
public static class AuditVerification
{
    /// <param name="database">The log; it may be in use.</param>
    /// <param name="heldOutside">Checkpoints that were kept where nobody who can write the log reaches.</param>
    /// <param name="cancel">Ends the reading.</param>
    public static AuditReport Run(
        AuditDatabase database, IReadOnlyList<Checkpoint> heldOutside, CancellationToken cancel)
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
            foreach (var entry in chunk) check.Take(entry);
            notUnderstood += CheckSubjects(reader, chunk, check.Findings);
        }
        var chains = check.Finish();
        foreach (var (node, number) in reader.ListedWithoutEntry())
            check.Findings.Add(new AuditFinding.SubjectListedWrongly(node, number));
        return new() { Chains = chains, Findings = check.Findings, NotUnderstood = notUnderstood };
    }

    /// <summary>The length and head of every chain now, to be signed and kept elsewhere.</summary>
    public static Checkpoint Checkpoint(AuditDatabase database, TimeProvider clock)
    {
        using var connection = database.ConnectToRead();
        using var transaction = database.BeginRead(connection);
        return new(Instant.Of(clock.GetUtcNow()), new AuditReader(database, transaction).Heads());
    }

    /// <summary>Compares what these entries name with the index by subject.</summary>
    /// <returns>How many of them this version cannot read.</returns>
    static long CheckSubjects(AuditReader reader, List<StoredEntry> chunk, AuditFindings findings)
    {
        var node = chunk[0].Node;
        var listed = reader.Listed(node, chunk[0].Number, chunk[^1].Number);
        var notUnderstood = 0L;
        foreach (var entry in chunk)
        {
            if (AuditText.Read(entry.Text).Value is not { } read)
            {
                notUnderstood++;
                listed.RemoveWhere(it => it.Number == entry.Number);
                continue;
            }
            foreach (var subject in read.Record.Subjects.Distinct())
                if (!listed.Remove((entry.Number, subject)))
                    findings.Add(new AuditFinding.SubjectNotListed(node, entry.Number));
        }
        var present = chunk.Select(it => it.Number).ToHashSet();
        foreach (var (number, _) in listed.Where(it => present.Contains(it.Number)).OrderBy(it => it.Number))
            findings.Add(new AuditFinding.SubjectListedWrongly(node, number));
        return notUnderstood;
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
