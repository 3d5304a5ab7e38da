using Homeward.Cases.Agencies;
using Homeward.Cases.Jurisdictions;

namespace Homeward.Cases.Installations;

/// <summary>What an installation begins with, when it is set up in the pages.</summary>
public sealed record Founding
{
    /// <summary>One alone could lock everybody out.</summary>
    public const int LeastAdministrators = 2;

    public required JurisdictionProfile Profile { get; init; }

    /// <summary>The first one runs the installation.</summary>
    public required IReadOnlyList<Agency> Agencies { get; init; }

    /// <summary>All of the first agency.</summary>
    public required IReadOnlyList<User> Administrators { get; init; }

    /// <summary>For which the administrators give roles: the country, or where the first agency is.</summary>
    public RegionCode Region => Profile.Country is { } country ? new(country) : Agencies[0].Region;
}
