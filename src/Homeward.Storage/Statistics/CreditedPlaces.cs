using Homeward.Cases.Agencies;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Statistics;

/// <summary>Whom a region's credit goes to, and in which country it lies. Credit goes to the province; a country has
/// its own.</summary>
sealed record CreditedPlaces(Dictionary<RegionCode, RegionCode> Credit, Dictionary<RegionCode, RegionCode> Country)
{
    public static async Task<CreditedPlaces> ReadAsync(CaseContext context, CancellationToken cancel)
    {
        var regions = await context.Set<Region>().AsNoTracking().ToDictionaryAsync(it => it.Code, cancel);
        var credit = new Dictionary<RegionCode, RegionCode>();
        var country = new Dictionary<RegionCode, RegionCode>();
        foreach (var region in regions.Values)
        {
            var (at, province) = (region, region.Level == Level.Province ? region : null);
            while (at.Parent is { } parent && regions.TryGetValue(parent, out var outer))
            {
                at = outer;
                if (at.Level == Level.Province) province = at;
            }
            credit[region.Code] = (province ?? at).Code;
            country[region.Code] = at.Code;
        }
        return new(credit, country);
    }
}
