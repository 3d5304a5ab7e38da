namespace Homeward.Cases.Statistics;

/// <summary>What one count of a metric is, in a version. Another definition is another version, counted anew from the
/// facts; the old series stays as it was.</summary>
/// <remarks>Of an additive metric the counts of parts may be added. Jurisdictions are a set union: never.</remarks>
public sealed record MetricDefinition(Metric Metric, int Version, bool IsAdditive)
{
    public static IReadOnlyList<MetricDefinition> Current { get; } =
    [
        new(Metric.CasesSolved, Version: 1, IsAdditive: true),
        new(Metric.RingsBrokenUp, Version: 1, IsAdditive: true),
        new(Metric.SuspectsDetained, Version: 1, IsAdditive: true),
        new(Metric.PersonsRescued, Version: 1, IsAdditive: true),
        new(Metric.Rescues, Version: 1, IsAdditive: true),
        new(Metric.RoutesClosed, Version: 1, IsAdditive: true),
        new(Metric.Participations, Version: 1, IsAdditive: false),
        new(Metric.IdentifiedByDna, Version: 1, IsAdditive: true),
        new(Metric.Reunited, Version: 1, IsAdditive: true),
    ];

    public static MetricDefinition Of(Metric metric) => Current.Single(it => it.Metric == metric);
}
