namespace Homeward.Genetics.Likelihood.Elimination;

/// <summary>One step of an elimination.</summary>
/// <param name="First">The variable to sum out.</param>
/// <param name="Second">Another one to sum out together with it, the other allele of the same person; −1 for
/// none.</param>
/// <param name="Expand">True to multiply plain tables over both alleles instead of splitting mixture axes.</param>
readonly record struct EliminationStep(int First, int Second, bool Expand);
