using Homeward.Cases.Agencies;
using Homeward.Cases.People;
using Homeward.Cases.Time;

namespace Homeward.Cases.Custody;

/// <summary>No bed was free at a level, so the next one is asked. It never ends with whoever had the child.</summary>
public sealed record BedEscalation
{
    public required Guid Id { get; init; }
    public required PersonId Person { get; init; }
    public required RegionCode Region { get; init; }

    /// <summary>The level at which no bed was free.</summary>
    public required Level Level { get; init; }

    public required UserId By { get; init; }
    public required Instant At { get; init; }
}
