using Homeward.Cases.Time;

namespace Homeward.Cases.Statistics;

/// <summary>What the ledger should say of one key, as the facts now stand.</summary>
/// <param name="Key">Of what.</param>
/// <param name="Should">What is to count; null when nothing is.</param>
/// <param name="Reason">Why the ledger changes, if it does.</param>
public sealed record Tally(CountKey Key, Counted? Should, CountReason Reason)
{
    /// <summary>The lines that make the ledger say it: none when it says so already, so that counting a fact again
    /// counts nothing.</summary>
    /// <param name="last">The key's line with the highest ordinal; null when it has none.</param>
    /// <param name="now">When they are recorded.</param>
    /// <remarks>A line undone keeps its day, jurisdiction and dimensions, so that every breakdown stays a count and no
    /// part of it goes below zero. A changed fact is undone and counted anew.</remarks>
    public IEnumerable<CountEntry> Lines(CountEntry? last, Instant now)
    {
        var ordinal = last?.Ordinal ?? 0;
        var stands = last is { Counts: true } ? last.What : null;
        if (stands == Should) yield break;
        if (stands is not null) yield return CountEntry.Of(Key, ++ordinal, stands, (Reason, now));
        if (Should is not null) yield return CountEntry.Of(Key, ++ordinal, Should, (Reason, now));
    }
}
