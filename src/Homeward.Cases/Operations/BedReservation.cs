using Homeward.Cases.Agencies;
using Homeward.Cases.Custody;
using Homeward.Cases.Time;

namespace Homeward.Cases.Operations;

/// <summary>Welfare beds held for the children of an operation. Whoever may not know of the operation sees them as
/// held, without a reason.</summary>
public sealed record BedReservation
{
    public required BedReservationId Id { get; init; }
    public required OperationId Operation { get; init; }
    public required FacilityId Facility { get; init; }
    public required int Beds { get; init; }
    public required UserId By { get; init; }
    public required Instant At { get; init; }

    /// <summary>From here on the beds are free again, whatever became of the operation.</summary>
    public required Instant Until { get; init; }

    /// <summary>Whether the beds are held at a moment, given when they were released, if ever.</summary>
    public bool HoldsAt(Instant moment, Instant? released) =>
        At <= moment && moment < Until && (released is not { } end || moment < end);
}
