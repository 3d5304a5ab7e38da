using Homeward.Cases.Agencies;

namespace Homeward.Cases.Custody;

/// <summary>A house in which people are looked after.</summary>
public sealed record Facility
{
    public required FacilityId Id { get; init; }
    public required AgencyId Agency { get; init; }
    public required FacilityKind Kind { get; init; }

    /// <summary>Whose house it is: a county's beds are tried before a city's.</summary>
    public required Level Level { get; init; }

    public required RegionCode Region { get; init; }
    public required string Name { get; init; }
    public required int Beds { get; init; }

    /// <summary>Counts the edits: whoever edits says which one he saw.</summary>
    public int Version { get; init; } = 1;
}
