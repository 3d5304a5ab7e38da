using Homeward.Cases.Agencies;
using Homeward.Cases.Time;

namespace Homeward.Cases.Families;

/// <summary>Relatives who look for somebody together: what a search compares a child with.</summary>
public sealed record Family
{
    public required FamilyId Id { get; init; }

    /// <summary>Under which it is found; says nothing about who is in it.</summary>
    public required string Code { get; init; }

    public required UserId By { get; init; }
    public required Instant At { get; init; }
}
