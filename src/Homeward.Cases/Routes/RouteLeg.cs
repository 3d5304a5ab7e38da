using Homeward.Cases.Agencies;
using Homeward.Cases.Investigations;
using Homeward.Cases.Time;

namespace Homeward.Cases.Routes;

/// <summary>One stretch of a route. A later row with the same number takes the place of the earlier one.</summary>
public sealed record RouteLeg
{
    public required Guid Id { get; init; }
    public required RouteId Route { get; init; }

    /// <summary>Its place on the way, from 1.</summary>
    public required int Number { get; init; }
    public required RegionCode From { get; init; }
    public required RegionCode To { get; init; }
    public required TravelMode Mode { get; init; }

    /// <summary>Where a border is crossed; null where none is, or where it is not known.</summary>
    public string? CrossingPoint { get; init; }

    /// <summary>The first day on which it is known to have been used; null = not known.</summary>
    public DateOnly? KnownFrom { get; init; }

    /// <summary>The last one; null = not known.</summary>
    public DateOnly? KnownTo { get; init; }

    public required LinkCertainty Certainty { get; init; }
    public required UserId By { get; init; }
    public required Instant At { get; init; }
}
