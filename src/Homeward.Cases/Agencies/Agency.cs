namespace Homeward.Cases.Agencies;

/// <summary>An office of the state: who acts, and who answers for it.</summary>
public sealed record Agency
{
    public required AgencyId Id { get; init; }
    public required AgencyKind Kind { get; init; }
    public required Level Level { get; init; }
    public required RegionCode Region { get; init; }
    public required string Name { get; init; }
    public required AgencyId? Parent { get; init; }

    /// <summary>Counts the edits: whoever edits says which one he saw.</summary>
    public int Version { get; init; } = 1;
}
