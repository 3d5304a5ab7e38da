namespace Homeward.Cases.Identification;

/// <summary>What becomes of candidates when the gene database is asked again. The same is held by the database:
/// <c>Rules/*/62-candidates.sql</c>.</summary>
public static class CandidateRules
{
    /// <summary>Closes whatever the gene database does not hold open any more.</summary>
    /// <param name="unclosed">All candidates without a closing, those just taken over included.</param>
    /// <param name="open">Numbers that the gene database holds open, asked for after those were taken over.</param>
    /// <param name="excluded">Numbers that were excluded here.</param>
    /// <param name="now">The moment of closing.</param>
    public static IEnumerable<CandidateClosing> Close(
        IReadOnlyList<FoundCandidate> unclosed, IReadOnlySet<long> open, IReadOnlySet<long> excluded, Time.Instant now)
    {
        var last = unclosed.GroupBy(it => (it.Child, it.Family, it.Member))
            .ToDictionary(it => it.Key, it => it.Max(candidate => candidate.Number));
        foreach (var it in unclosed.Where(it => !open.Contains(it.Number)))
        {
            var better = last[(it.Child, it.Family, it.Member)];
            yield return new()
            {
                Number = it.Number,
                Reason = excluded.Contains(it.Number) ? ClosingReason.Excluded
                    : better > it.Number ? ClosingReason.Replaced : ClosingReason.Gone,
                Better = !excluded.Contains(it.Number) && better > it.Number ? better : null,
                At = now,
            };
        }
    }
}
