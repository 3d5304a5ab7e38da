using Homeward.Cases.Agencies;

namespace Homeward.Cases.Access;

/// <summary>What an allowed wish reaches: rows of these regions and all below them, and planned operations of these
/// compartments.</summary>
/// <param name="Agency">The agency for which the person acts.</param>
/// <param name="Regions">Roots; what lies below them belongs to them.</param>
/// <param name="Compartments">Operations, by id, that exist for this person before their hour.</param>
public sealed record Admission(
    AgencyId Agency, IReadOnlySet<RegionCode> Regions, IReadOnlySet<Guid> Compartments);
