namespace Homeward.Cases.Agencies;

/// <summary>A place with an administration of its own. The country has no parent.</summary>
public sealed record Region
{
    public required RegionCode Code { get; init; }
    public required Level Level { get; init; }

    /// <summary>As an English text names it; names in other languages come from the jurisdiction profile.</summary>
    public required string Name { get; init; }

    public required RegionCode? Parent { get; init; }
}
