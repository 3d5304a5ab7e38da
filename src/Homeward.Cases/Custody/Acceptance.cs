using Homeward.Cases.Agencies;
using Homeward.Cases.People;
using Homeward.Cases.Time;

namespace Homeward.Cases.Custody;

/// <summary>The receiving side takes a person in. It is signed there, and by nobody else.</summary>
public sealed record Acceptance
{
    public required AcceptanceId Id { get; init; }
    public required PersonId Person { get; init; }

    /// <summary>The agency that receives.</summary>
    public required AgencyId Agency { get; init; }

    /// <summary>Null when an authority of another country receives.</summary>
    public required FacilityId? Facility { get; init; }

    /// <summary>The number of the temporary-care notice.</summary>
    public required string Notice { get; init; }

    public required UserId By { get; init; }
    public required Instant At { get; init; }
}
