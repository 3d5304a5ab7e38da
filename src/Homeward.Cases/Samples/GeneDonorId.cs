namespace Homeward.Cases.Samples;

/// <summary>Whose genotypes they are, as the gene database knows it: one for all samples of a person, and nothing to
/// find the person by. The register of samples alone joins it to one.</summary>
public readonly record struct GeneDonorId(Guid Value);
