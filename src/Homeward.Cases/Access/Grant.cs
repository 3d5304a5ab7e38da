using Homeward.Cases.Agencies;
using Homeward.Cases.Time;

namespace Homeward.Cases.Access;

/// <summary>Somebody has a role in an agency, for a region and all below it, for a time.</summary>
public sealed record Grant
{
    /// <summary>The id of the one grant that nobody gave: it makes the first administrator. There cannot be two with
    /// one id.</summary>
    public static readonly GrantId First = new(new Guid("00000000-0000-7000-8000-000000000001"));

    public required GrantId Id { get; init; }
    public required UserId User { get; init; }
    public required Role Role { get; init; }
    public required AgencyId Agency { get; init; }
    public required RegionCode Region { get; init; }

    /// <summary>The planned operation to which this grant opens the door, by its id; null for everything that is in no
    /// compartment.</summary>
    public Guid? Compartment { get; init; }

    public required Instant Since { get; init; }

    /// <summary>No grant is for ever.</summary>
    public required Instant Until { get; init; }

    /// <summary>Null for the first administrator of an installation only.</summary>
    public required UserId? GrantedBy { get; init; }
}
