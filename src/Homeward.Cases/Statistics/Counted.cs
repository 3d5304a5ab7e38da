using Homeward.Cases.Agencies;
using Homeward.Cases.Operations;
using Homeward.Cases.People;
using Homeward.Cases.Routes;
using Homeward.Cases.Time;

namespace Homeward.Cases.Statistics;

/// <summary>What the ledger keeps of a counted fact: when, whose, and by what it may be broken down.</summary>
public sealed record Counted
{
    /// <summary>The day of the fact in the profile's zone, never the day on which it was recorded.</summary>
    public required DateOnly OccurredOn { get; init; }

    /// <summary>The one jurisdiction that is credited, so that credits add up.</summary>
    public required RegionCode Lead { get; init; }

    public OperationId? Operation { get; init; }

    /// <summary>Of people; null for other subjects.</summary>
    public Sex? Sex { get; init; }

    /// <summary>From it every age rule computes its class on the day of the fact. No class is kept.</summary>
    public DayInterval Birth { get; init; } = DayInterval.Unknown;

    /// <summary>ISO 3166-1, three letters.</summary>
    public string? Citizenship { get; init; }

    /// <summary>Of a solved case, by the code of the profile.</summary>
    public string? Offence { get; init; }

    /// <summary>Of a closed route.</summary>
    public RouteKind? Route { get; init; }

    /// <summary>Of a part in an operation: officers and staff.</summary>
    public int? Strength { get; init; }
}
