using Homeward.Cases.Agencies;
using Homeward.Genetics.Primitives;

namespace Homeward.Server.Features.Maps;

/// <summary>What a page wants to see on the map.</summary>
/// <param name="Boundaries">The lines, or what is wrong with the installation's own.</param>
/// <param name="Legs">Arrows from province to province.</param>
/// <param name="Shading">How many of something there are in a province: the more, the darker.</param>
public sealed record MapContent(
    Parsed<Boundaries> Boundaries, IReadOnlyList<MapLeg> Legs, IReadOnlyDictionary<RegionCode, int> Shading)
{
    public static IReadOnlyDictionary<RegionCode, int> Unshaded { get; } = new Dictionary<RegionCode, int>();

    /// <summary>Shows the places that are named and what lies around them; else the whole country.</summary>
    public bool IsCloseUp { get; init; }
}
