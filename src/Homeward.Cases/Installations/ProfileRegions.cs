using Homeward.Cases.Agencies;
using Homeward.Cases.Jurisdictions;

namespace Homeward.Cases.Installations;

/// <summary>The regions that a database begins with: those of its jurisdiction profile.</summary>
public static class ProfileRegions
{
    /// <summary>Parents before what is below them: the profile's country, its provinces, other countries.</summary>
    public static Region[] Of(JurisdictionProfile profile)
    {
        var regions = new List<Region>();
        if (profile.Country is { } country)
            regions.Add(NewRegion(country, Level.National, profile.Name.In("en"), null));
        foreach (var it in profile.Regions.All)
            regions.Add(profile.Country is { } own && it.Parent == own
                ? NewRegion(it.Code, Level.Province, it.Name.In("en"), own)
                : NewRegion(it.Code, Level.National, it.Name.In("en"), null));
        return [.. regions];
    }

    static Region NewRegion(string code, Level level, string name, string? parent) => new()
    {
        Code = new(code),
        Level = level,
        Name = name,
        Parent = parent is null ? null : new RegionCode(parent),
    };
}
