using Homeward.Cases.Agencies;
using Homeward.Cases.People;
using Homeward.Cases.Time;

namespace Homeward.Cases.Custody;

/// <summary>Somebody is responsible for the people in a facility.</summary>
public sealed record Duty
{
    public required DutyId Id { get; init; }
    public required FacilityId Facility { get; init; }
    public required PersonId Person { get; init; }
    public required UserId By { get; init; }
    public required Instant At { get; init; }
}
