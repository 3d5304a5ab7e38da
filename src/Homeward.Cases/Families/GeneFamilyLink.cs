using Homeward.Cases.Identification;
using Homeward.Cases.Time;

namespace Homeward.Cases.Families;

/// <summary>As what the gene database knows a family.</summary>
public sealed record GeneFamilyLink
{
    public required FamilyId Family { get; init; }
    public required GeneFamilyId GeneFamily { get; init; }
    public required Instant At { get; init; }
}
