using Homeward.Cases.Agencies;
using Homeward.Cases.Jurisdictions;

namespace Homeward.Server.Features.Children;

/// <summary>The provinces that a form offers.</summary>
static class RegionChoice
{
    public static IReadOnlyList<ProfileRegion> All { get; } =
        [.. JurisdictionProfile.China.Regions.All.Where(it => !JurisdictionProfile.China.Regions.IsForeign(it))];

    /// <summary>The province in which a place lies, by the first two digits of GB/T 2260; null for the country.
    /// </summary>
    public static string? ProvinceOf(RegionCode place) =>
        All.FirstOrDefault(it => place.Value.Length == 6 && it.Code[..2] == place.Value[..2])?.Code;
}
