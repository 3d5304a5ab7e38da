using Homeward.Cases.Statistics;
using Homeward.Cases.Time;

namespace Homeward.Tests.Cases.Statistics;

/// <summary>A ledger as a list, and what it says by adding up.</summary>
public sealed class MadeUpLedger
{
    readonly List<CountEntry> _lines = [];

    public IReadOnlyList<CountEntry> Lines => _lines;

    public void Book(IEnumerable<Tally> tallies)
    {
        foreach (var tally in tallies)
            _lines.AddRange(tally.Lines(_lines.LastOrDefault(it => it.Key == tally.Key), new Instant(0)));
    }

    public int Value(Metric metric) => Of(metric).Sum(it => it.Delta);

    public List<CountEntry> Of(Metric metric) => _lines.FindAll(it => it.Metric == metric);

    /// <summary>What counts of a key; null when nothing does.</summary>
    public Counted? Standing(CountKey key) =>
        _lines.LastOrDefault(it => it.Key == key) is { Counts: true } last ? last.What : null;
}
