using Homeward.Cases.People;

namespace Homeward.Cases.Families;

/// <summary>A report with the family that looks for the person.</summary>
public sealed record ReportFacts
{
    public required MissingReport Report { get; init; }

    /// <summary>As the family describes the person.</summary>
    public required Person Missing { get; init; }

    /// <summary>Null until there is one.</summary>
    public required Family? Family { get; init; }

    public required IReadOnlyList<FamilyMember> Members { get; init; }

    /// <summary>Names within the family of those who gave a sample whose consent holds.</summary>
    public required IReadOnlySet<string> Given { get; init; }

    /// <summary>The last that decided whether the family is searched; null when nothing has.</summary>
    public required FamilyStep? Step { get; init; }

    /// <summary>By what a list calls them; null for who has no name.</summary>
    public required IReadOnlyDictionary<PersonId, string?> People { get; init; }
}
