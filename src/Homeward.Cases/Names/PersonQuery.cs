using Homeward.Cases.Agencies;
using Homeward.Cases.People;
using Homeward.Cases.Time;

namespace Homeward.Cases.Names;

/// <summary>Who is looked for. The name finds people; the rest orders them and leaves nobody out, since any of it may
/// have been recorded wrongly.</summary>
public sealed record PersonQuery
{
    public required string Name { get; init; }

    /// <summary>Unknown = not asked for.</summary>
    public Sex Sex { get; init; }

    public DayInterval Born { get; init; }

    /// <summary>Where the person was rescued or last seen: in this region, or in one below it.</summary>
    public RegionCode? Region { get; init; }

    /// <summary>Words that may stand in the description of scars and birthmarks.</summary>
    public string Marks { get; init; } = "";
}
