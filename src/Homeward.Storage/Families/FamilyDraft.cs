using Homeward.Cases.Families;
using Homeward.Cases.People;

namespace Homeward.Storage.Families;

/// <summary>A family, the people in it of whom something is known, and its report.</summary>
public sealed record FamilyDraft
{
    public required Family Family { get; init; }
    public required IReadOnlyList<FamilyMember> Members { get; init; }
    public required IReadOnlyList<(Person Person, PersonName[] Names)> People { get; init; }
    public required MissingReport Report { get; init; }
}
