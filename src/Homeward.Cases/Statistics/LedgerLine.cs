using Homeward.Cases.Agencies;
using Homeward.Cases.Operations;
using Homeward.Cases.People;
using Homeward.Cases.Time;

namespace Homeward.Cases.Statistics;

/// <summary>What figures need of the ledger: lines alike in all of this, added up.</summary>
public sealed record LedgerLine
{
    public required Metric Metric { get; init; }

    /// <summary>The jurisdiction that is credited: a province, or another country.</summary>
    public required RegionCode Lead { get; init; }

    public required OperationId? Operation { get; init; }
    public required DateOnly OccurredOn { get; init; }
    public required Sex Sex { get; init; }
    public required DayInterval Birth { get; init; }

    /// <summary>Sum of +1 and −1.</summary>
    public required int Count { get; init; }

    /// <summary>Sum of officers and staff, by the same signs.</summary>
    public int Strength { get; init; }
}
