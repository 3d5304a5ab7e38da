using Homeward.Cases.Samples;
using Homeward.Cases.Time;

namespace Homeward.Cases.Identification;

/// <summary>A candidate that was taken over from the gene database: a pair that somebody should look at, and nothing
/// more.</summary>
public sealed record FoundCandidate
{
    /// <summary>As the gene database numbers it: from 1, without a gap.</summary>
    public required long Number { get; init; }

    public required AccessionNumber Child { get; init; }
    public required GeneFamilyId Family { get; init; }

    /// <summary>The missing member, by its place in the family.</summary>
    public required string Member { get; init; }

    /// <summary>log10 LR against unrelated, the smallest over the populations.</summary>
    public required double Log10 { get; init; }

    /// <summary>A hash of what it rests on, under keys that the case side does not have.</summary>
    public required string Evidence { get; init; }

    /// <summary>The version of the gene database at which it was found.</summary>
    public required long Version { get; init; }

    public required Instant At { get; init; }

    public GeneCandidate ToGeneCandidate() => new(Number, new(Child, Family, Member, Log10), Evidence, Version);

    public bool IsOfThePairOf(FoundCandidate other) =>
        (Child, Family, Member) == (other.Child, other.Family, other.Member);
}
