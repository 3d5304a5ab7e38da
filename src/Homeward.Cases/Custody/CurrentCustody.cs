using Homeward.Cases.Agencies;
using Homeward.Cases.People;
using Homeward.Cases.Time;

namespace Homeward.Cases.Custody;

/// <summary>Where a merged identity is now: its last row of custody that is not superseded.</summary>
public sealed record CurrentCustody
{
    public required CustodyRowId Id { get; init; }

    /// <summary>The record that the row was written for.</summary>
    public required PersonId Person { get; init; }

    /// <summary>The merged identity.</summary>
    public required PersonId Identity { get; init; }

    public required Instant Since { get; init; }
    public required CustodyKind Kind { get; init; }
    public required AgencyId Agency { get; init; }
    public required FacilityId? Facility { get; init; }
    public required PersonId? Carer { get; init; }
}
