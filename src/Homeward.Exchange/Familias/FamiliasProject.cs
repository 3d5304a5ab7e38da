using Homeward.Exchange.Pedigrees;
using Homeward.Genetics.Profiles;

namespace Homeward.Exchange.Familias;

/// <summary>A Familias project: its database, its pedigrees, and the families and finds of its DVI module.</summary>
public sealed record FamiliasProject
{
    /// <summary>The database's name; null when it has none.</summary>
    public required string? DatabaseName { get; init; }

    public required IReadOnlyList<FamiliasLocus> Loci { get; init; }

    /// <summary>The project's theta (kinship, FST).</summary>
    public required double Theta { get; init; }

    /// <summary>
    /// The typed persons of the pedigrees and of the reference families, these under <c>family/person</c>. A person for
    /// whom drop-out is considered has the largest drop-out probability of the loci; the locus has its own.
    /// </summary>
    public required IReadOnlyList<Profile> Profiles { get; init; }

    /// <summary>The project's pedigrees, each a hypothesis about the same persons; nobody in them is sought.</summary>
    public required IReadOnlyList<Family> Hypotheses { get; init; }

    /// <summary>The unidentified persons of the DVI module, to be searched against its families.</summary>
    public required IReadOnlyList<Profile> Unidentified { get; init; }

    /// <summary>
    /// The reference families of the DVI module, one entry for each different pedigree with the missing person.
    /// </summary>
    public required IReadOnlyList<Family> Families { get; init; }
}
