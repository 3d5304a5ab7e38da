namespace Homeward.Genetics.Mutation;

/// <summary>The chance that a parent passes on an allele changed by mutation, by the parent's sex.</summary>
/// <param name="Male">When the father transmits.</param>
/// <param name="Female">When the mother transmits.</param>
/// <param name="Source">Where the figures come from, in words for a report.</param>
public sealed record MutationRate(double Male, double Female, string Source);
