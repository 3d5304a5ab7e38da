using Homeward.Cases.Identification;
using Homeward.Cases.Time;

namespace Homeward.Cases.Families;

/// <summary>What the gene database is to be told of a family. A version is sent until it was taken.</summary>
public sealed record FamilyVersion
{
    public required GeneFamilyId GeneFamily { get; init; }

    /// <summary>From 1, without a gap.</summary>
    public required int Version { get; init; }

    /// <summary><see cref="GeneFamily.ToText"/>; null when the family is not searched.</summary>
    public string? Body { get; init; }

    /// <summary>Somebody has looked at what contradicts itself in it, and it is searched all the same.</summary>
    public required bool IsReleased { get; init; }

    public required Instant At { get; init; }

    public GeneFamily ToFamily() => Body is { } text
        ? Identification.GeneFamily.FromText(GeneFamily, Version, text)
        : Identification.GeneFamily.Ended(GeneFamily, Version);
}
