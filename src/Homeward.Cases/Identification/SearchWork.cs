using Homeward.Cases.Samples;
using Homeward.Genetics.Kinship;
using Homeward.Genetics.Profiles;

namespace Homeward.Cases.Identification;

/// <summary>Everybody who is searched, as of one version of the gene database, and who of them still has to
/// be.</summary>
/// <remarks>Profiles of real people: in memory only.</remarks>
public sealed record SearchWork
{
    /// <summary>Number of the last change that is in here.</summary>
    public required long Version { get; init; }

    /// <summary>The terms under which it is to be searched.</summary>
    public required long Terms { get; init; }

    /// <summary>Children, named by their accession numbers.</summary>
    public required IReadOnlyList<Profile> Children { get; init; }

    /// <summary>Families, named by their ids.</summary>
    public required IReadOnlyList<Family> Families { get; init; }

    public required IReadOnlySet<AccessionNumber> UnsearchedChildren { get; init; }
    public required IReadOnlySet<GeneFamilyId> UnsearchedFamilies { get; init; }

    public bool IsDone => UnsearchedChildren.Count == 0 && UnsearchedFamilies.Count == 0;
}
