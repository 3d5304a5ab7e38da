using Homeward.Cases.Agencies;
using Homeward.Cases.Jurisdictions;

namespace Homeward.Cases.Statistics;

/// <summary>What a part of the ledger adds up to.</summary>
public sealed record Figures
{
    /// <summary>Of the metrics that are plain sums.</summary>
    public required IReadOnlyDictionary<Metric, int> Counts { get; init; }

    /// <summary>Persons rescued, by the code of each age rule.</summary>
    public required IReadOnlyDictionary<string, AgeClassCounts> Persons { get; init; }

    /// <summary>Taking part, each once, in the order of their codes. A set: sizes of sets are not added.</summary>
    public required IReadOnlyList<RegionCode> Jurisdictions { get; init; }

    /// <summary>Other countries taking part, counted apart.</summary>
    public required IReadOnlyList<RegionCode> ForeignPartners { get; init; }

    /// <summary>Officers and staff sent by those taking part.</summary>
    public required int Officers { get; init; }

    public int Of(Metric metric) => Counts.GetValueOrDefault(metric);

    /// <param name="lines">Of the part of the ledger, each with a credited jurisdiction.</param>
    /// <param name="rules">To be applied side by side.</param>
    /// <param name="isForeign">Whether a jurisdiction is another country's.</param>
    public static Figures Of(
        IEnumerable<LedgerLine> lines, IReadOnlyList<AgeRule> rules, Func<RegionCode, bool> isForeign)
    {
        var counts = new Dictionary<Metric, int>();
        var persons = rules.ToDictionary(it => it.Code, _ => AgeClassCounts.None);
        var parts = new Dictionary<RegionCode, int>();
        var officers = 0;
        foreach (var line in lines)
        {
            if (line.Metric == Metric.Participations)
            {
                parts[line.Lead] = parts.GetValueOrDefault(line.Lead) + line.Count;
                officers += line.Strength;
                continue;
            }
            counts[line.Metric] = counts.GetValueOrDefault(line.Metric) + line.Count;
            if (line.Metric != Metric.PersonsRescued) continue;
            foreach (var rule in rules)
                persons[rule.Code] = persons[rule.Code]
                    .With(rule.ClassOf(line.Sex, line.Birth, line.OccurredOn), line.Count);
        }
        var taking = parts.Where(it => it.Value > 0).Select(it => it.Key)
            .OrderBy(it => it.Value, StringComparer.Ordinal).ToLookup(isForeign);
        return new()
        {
            Counts = counts,
            Persons = persons,
            Jurisdictions = [.. taking[false]],
            ForeignPartners = [.. taking[true]],
            Officers = officers,
        };
    }
}
