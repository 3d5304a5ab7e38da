namespace Homeward.Cases.Jurisdictions;

/// <summary>A province or a country as a jurisdiction profile describes it, for maps and texts in every language. The
/// case database has its own, <see cref="Agencies.Region"/>, which are fewer words and more levels.</summary>
public sealed record ProfileRegion
{
    /// <summary>GB/T 2260 in six digits within China, ISO 3166-1 numeric for a country.</summary>
    public required string Code { get; init; }

    /// <summary>ISO 3166-2 or ISO 3166-1 alpha-2: <c>CN-GD</c>, <c>VN</c>.</summary>
    public required string Iso { get; init; }

    /// <summary>The ISO code of what it lies in; null for a country.</summary>
    public required string? Parent { get; init; }

    public required Wording Name { get; init; }

    /// <summary>Of a point inside its largest part, in degrees.</summary>
    public required double Latitude { get; init; }

    public required double Longitude { get; init; }

    /// <summary>ISO codes across a land border, also of regions that the profile does not hold.</summary>
    public required IReadOnlyList<string> Neighbours { get; init; }
}
