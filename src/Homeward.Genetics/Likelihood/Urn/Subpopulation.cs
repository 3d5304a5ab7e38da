namespace Homeward.Genetics.Likelihood.Urn;

/// <summary>Frequencies from which all founder alleles could be drawn, and how much what follows counts.</summary>
readonly record struct Subpopulation(double[] Frequencies, double Weight);
