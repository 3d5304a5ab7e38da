using Homeward.Cases.Jurisdictions;

namespace Homeward.Server.Features.Children;

/// <summary>The provinces that a form offers.</summary>
static class RegionChoice
{
    public static IReadOnlyList<Region> All { get; } =
        [.. JurisdictionProfile.China.Regions.All.Where(it => !JurisdictionProfile.China.Regions.IsForeign(it))];
}
