using Homeward.Cases.Samples;
using Homeward.Genetics.Kinship;

namespace Homeward.Cases.Identification;

/// <summary>What a search was of, as of one version of the gene database: whose records it completes, and what they
/// were compared with.</summary>
public sealed record SearchWork
{
    /// <summary>Number of the last change that is in here.</summary>
    public required long Version { get; init; }

    /// <summary>The terms under which it is searched.</summary>
    public required long Terms { get; init; }

    /// <summary>All children as of this version.</summary>
    public required ComparedNames AllChildren { get; init; }

    /// <summary>All families as of this version.</summary>
    public required ComparedNames AllFamilies { get; init; }

    /// <summary>Children of whom each was compared with every family.</summary>
    public required IReadOnlyCollection<AccessionNumber> Children { get; init; }

    /// <summary>Families of whom each was compared with every child.</summary>
    public required IReadOnlyCollection<GeneFamilyId> Families { get; init; }

    /// <summary>A family as of this version, with the profiles that were compared.</summary>
    public required Func<GeneFamilyId, Family> FamilyOf { get; init; }
}
