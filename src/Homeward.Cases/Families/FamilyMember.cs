using Homeward.Cases.People;

namespace Homeward.Cases.Families;

/// <summary>A node of a family's pedigree: somebody who gave a sample, somebody who is only known of, or whoever is
/// missing.</summary>
public sealed record FamilyMember
{
    public required FamilyId Family { get; init; }

    /// <summary>Within the family: <c>father</c>, <c>uncle 2</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Both parents are members, or none is.</summary>
    public string? Father { get; init; }

    public string? Mother { get; init; }
    public required Sex Sex { get; init; }

    /// <summary>Null for somebody of whom nothing is recorded.</summary>
    public PersonId? Person { get; init; }

    /// <summary>The number of the sample under which genotypes are kept; null = not typed.</summary>
    public string? Sample { get; init; }

    public bool IsMissing { get; init; }
}
