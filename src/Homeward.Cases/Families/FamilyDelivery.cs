using Homeward.Cases.Identification;
using Homeward.Cases.Time;

namespace Homeward.Cases.Families;

/// <summary>The gene database has taken this version.</summary>
public sealed record FamilyDelivery
{
    public required GeneFamilyId GeneFamily { get; init; }
    public required int Version { get; init; }
    public required Instant At { get; init; }
}
