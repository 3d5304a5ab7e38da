using Homeward.Cases.Agencies;
using Homeward.Cases.Time;

namespace Homeward.Cases.Operations;

/// <summary>The end of a reservation before its time.</summary>
public sealed record BedRelease
{
    public required BedReservationId Reservation { get; init; }
    public required OperationId Operation { get; init; }
    public required UserId By { get; init; }
    public required Instant At { get; init; }
}
