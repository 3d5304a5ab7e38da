using Homeward.Cases.Emergencies;
using Homeward.Cases.Jurisdictions;
using Homeward.Cases.Operations;
using Homeward.Cases.Rescues;
using Homeward.Cases.Statistics;
using Homeward.Cases.Time;
using Homeward.Server.Features.Maps;

namespace Homeward.Server.Features.Today;

/// <summary>What the first page shows; what is null is not for this reader.</summary>
public sealed record TodayView
{
    public required Instant Now { get; init; }

    /// <summary>Rescued and still with the police.</summary>
    public required RescueList? Waiting { get; init; }

    public required RescueList? Recent { get; init; }
    public required IReadOnlyList<EmergencyTask>? Tasks { get; init; }
    public required IReadOnlyList<OperationFacts>? Operations { get; init; }

    /// <summary>Of this year so far.</summary>
    public required Figures? Year { get; init; }

    /// <summary>People rescued in each of the last twelve months, this one last.</summary>
    public required IReadOnlyList<MonthCount>? Trend { get; init; }

    /// <summary>Rescues by province, and routes for those who may know them.</summary>
    public required MapContent? Map { get; init; }

    /// <summary>How long a child may stay with the police, by the jurisdiction's clock on the day of its rescue; null
    /// when no clock runs.</summary>
    public static Instant? DueAt(RescuedPerson child)
    {
        var china = JurisdictionProfile.China;
        return china.ClockRule(ClockKind.Placement, china.Zone.DayOf(child.CustodySince)) is { } rule
            ? rule.Due(child.CustodySince, china.Zone) : null;
    }
}
