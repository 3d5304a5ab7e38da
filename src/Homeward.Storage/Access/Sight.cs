using Homeward.Cases.Agencies;
using Homeward.Cases.Time;

namespace Homeward.Storage.Access;

/// <summary>What exists for the one who asks: of planned operations his own, those of his compartments, and those whose
/// hour has come. It is part of every statement that touches them, allowed or not.</summary>
sealed record Sight(UserId User, Instant Now, IReadOnlyList<Guid> Compartments)
{
    /// <summary>Where rows are for him, each region with all below it; null for a whole country.</summary>
    public IReadOnlyList<RegionCode>? Regions { get; init; }

    public bool Sees(RegionCode region) => Regions is null || Regions.Contains(region);

    /// <summary>Sees no operation at all.</summary>
    public static Sight None { get; } = new(default, new(long.MinValue), []) { Regions = [] };
}
