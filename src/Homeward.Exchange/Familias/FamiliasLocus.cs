using Homeward.Genetics.Markers;
using Homeward.Genetics.Mutation;

namespace Homeward.Exchange.Familias;

/// <summary>One locus of a Familias database with the settings made for it.</summary>
/// <param name="Name">Canonical name.</param>
/// <param name="Alleles">The visible alleles.</param>
/// <param name="Frequencies">Their frequencies, summing to 1 minus <paramref name="SilentFrequency"/>.</param>
/// <param name="SilentFrequency">0 when there is no silent allele.</param>
/// <param name="Male">Mutation in a father's germ line.</param>
/// <param name="Female">Mutation in a mother's germ line.</param>
/// <param name="DropOut">Applies to the persons for whom drop-out is considered.</param>
/// <param name="MinorAlleleFrequency">For an allele that the database lacks; 0 when the file states none.</param>
/// <param name="DatabaseSize">As the file states it; null when it does not.</param>
public sealed record FamiliasLocus(
    string Name,
    IReadOnlyList<Allele> Alleles,
    IReadOnlyList<double> Frequencies,
    double SilentFrequency,
    MutationModel Male,
    MutationModel Female,
    double DropOut,
    double MinorAlleleFrequency,
    int? DatabaseSize);
