using Homeward.Genetics.Markers;

namespace Homeward.Genetics.Populations;

/// <summary>The alleles one calculation reckons with at a marker, ascending, and their frequencies, which sum to 1.</summary>
public sealed record Ladder(IReadOnlyList<Allele> Alleles, IReadOnlyList<double> Frequencies);
