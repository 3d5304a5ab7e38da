using Homeward.Genetics.Markers;

namespace Homeward.Genetics.Populations;

/// <summary>The alleles of one marker in one calculation, ascending, with frequencies that sum to 1.</summary>
public sealed record Ladder(IReadOnlyList<Allele> Alleles, IReadOnlyList<double> Frequencies);
