using Homeward.Cases.Time;

namespace Homeward.Cases.Routes;

/// <summary>All that is recorded about one route.</summary>
public sealed record RouteFacts
{
    public required Route Route { get; init; }
    public IReadOnlyList<RouteLeg> LegRows { get; init; } = [];
    public IReadOnlyList<RouteStep> Steps { get; init; } = [];

    /// <summary>The legs as last recorded, in the order of the way.</summary>
    public IReadOnlyList<RouteLeg> LegsAt(Instant moment) =>
    [
        .. LegRows.Where(it => it.At <= moment)
            .GroupBy(it => it.Number, (_, rows) => rows.OrderBy(it => it.At).Last())
            .OrderBy(it => it.Number),
    ];

    public RouteStep.Proposed Proposal(Guid id) => Steps.OfType<RouteStep.Proposed>().Single(it => it.Id == id);

    /// <summary>Different sources; two statements with one number are one.</summary>
    public int SourcesAt(Instant moment) =>
        Steps.OfType<RouteStep.Sourced>().Where(it => it.At <= moment).DistinctBy(it => (it.Source, it.Reference))
            .Count();
}
