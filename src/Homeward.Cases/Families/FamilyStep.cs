using Homeward.Cases.Agencies;
using Homeward.Cases.Time;

namespace Homeward.Cases.Families;

/// <summary>Something that decides whether a family is searched; the last one holds.</summary>
public sealed record FamilyStep
{
    public required FamilyId Family { get; init; }

    /// <summary>From 1, without a gap.</summary>
    public required int Ordinal { get; init; }

    public required FamilyStepKind Kind { get; init; }

    /// <summary>For a family that is held: the markers at which its profiles contradict its pedigree, by name.
    /// </summary>
    public string? Markers { get; init; }

    public required UserId By { get; init; }
    public required Instant At { get; init; }
}
