using Homeward.Cases.Custody;
using Homeward.Cases.Operations;
using Homeward.Cases.Time;

namespace Homeward.Storage.Operations;

/// <summary>Beds that are to be held in a facility until a moment.</summary>
public sealed record BedDraft(FacilityId Facility, int Beds, Instant Until)
{
    /// <summary>Made when its form was shown, so that a form sent twice is one reservation; null takes a new one.
    /// </summary>
    public BedReservationId? Id { get; init; }
}
