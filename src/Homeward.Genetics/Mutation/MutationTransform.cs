namespace Homeward.Genetics.Mutation;

/// <summary>
/// Ways to turn a mutation matrix into one that keeps the allele frequencies as they are from generation to
/// generation, with the same overall mutation rate.
/// </summary>
/// <remarks>Simonsson &amp; Mostad (2016) for PM; formulas and examples of all three: docs/math/mutation.md.</remarks>
public enum MutationTransform
{
    /// <summary>The matrix as the model gives it.</summary>
    None,

    /// <summary>Weights each row by the stationary frequency of its allele over the given one: stationary.</summary>
    PM,

    /// <summary>The smaller of the two flows between each pair of alleles (Metropolis–Hastings): reversible.</summary>
    MH,

    /// <summary>Half the harmonic mean of the two flows between each pair of alleles (Barker): reversible.</summary>
    BA,
}
