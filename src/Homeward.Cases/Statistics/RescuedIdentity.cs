using Homeward.Cases.People;
using Homeward.Cases.Time;

namespace Homeward.Cases.Statistics;

/// <summary>A human being as known after merges, with every rescue that stands.</summary>
public sealed record RescuedIdentity
{
    /// <summary>The record at the root of the merges.</summary>
    public required PersonId Root { get; init; }

    /// <summary>The other records of the same human being.</summary>
    public IReadOnlyList<PersonId> Merged { get; init; } = [];

    public required Sex Sex { get; init; }
    public required DayInterval Birth { get; init; }
    public string? Citizenship { get; init; }

    /// <summary>Of all its records.</summary>
    public required IReadOnlyList<RescueFact> Rescues { get; init; }
}
