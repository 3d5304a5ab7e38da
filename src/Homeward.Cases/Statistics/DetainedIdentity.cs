using Homeward.Cases.People;

namespace Homeward.Cases.Statistics;

/// <summary>A suspect as known after merges, with every measure that took liberty.</summary>
public sealed record DetainedIdentity
{
    public required PersonId Root { get; init; }
    public required Sex Sex { get; init; }
    public string? Citizenship { get; init; }

    /// <summary>Of all its records.</summary>
    public required IReadOnlyList<DetentionFact> Detentions { get; init; }
}
