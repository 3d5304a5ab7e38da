using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Jurisdictions;

/// <summary>The regions of a profile, by either code.</summary>
public sealed class Regions
{
    readonly Dictionary<string, ProfileRegion> _byCode = new(StringComparer.Ordinal);
    readonly Dictionary<string, ProfileRegion> _byIso = new(StringComparer.Ordinal);
    readonly string? _country;

    Regions(IReadOnlyList<ProfileRegion> all, string? country) => (All, _country) = (all, country);

    /// <summary>In the order of the profile.</summary>
    public IReadOnlyList<ProfileRegion> All { get; }

    /// <summary>Regions with codes and parents that make sense; the country is null in a profile that belongs to none.
    /// </summary>
    public static Parsed<Regions> From(IReadOnlyList<ProfileRegion> all, string? country)
    {
        var problems = new Problems();
        var regions = new Regions(all, country);
        foreach (var (number, region) in all.Index())
        {
            if (!regions._byCode.TryAdd(region.Code, region)) problems.Add($"[{number}].code", "is given twice");
            if (!regions._byIso.TryAdd(region.Iso, region)) problems.Add($"[{number}].iso", "is given twice");
        }
        foreach (var (number, region) in all.Index())
            if (region.Parent is { } parent && parent != country && !regions._byIso.ContainsKey(parent))
                problems.Add($"[{number}].parent", "is neither the country nor a region of this profile");
        return problems.Any ? problems : regions;
    }

    /// <summary>The region with this code, GB/T 2260 or ISO; null when the profile has none.</summary>
    public ProfileRegion? Find(string code) => _byCode.GetValueOrDefault(code) ?? _byIso.GetValueOrDefault(code);

    /// <summary>Whether a region lies outside the profile's country. Without a country none does.</summary>
    public bool IsForeign(ProfileRegion region) =>
        _country is not null && region.Iso != _country && region.Parent != _country;
}
