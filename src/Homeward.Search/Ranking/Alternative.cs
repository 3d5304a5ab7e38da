namespace Homeward.Search.Ranking;

/// <summary>Another explanation of the same profiles.</summary>
/// <param name="Name">In words.</param>
/// <param name="Log10">log10 LR of the claim over it, the smallest over the populations.</param>
/// <param name="Posterior">Its probability if claim and alternatives are all there is, under the stated prior.</param>
/// <param name="AtTheta">
/// 0 where the alternative's pedigree is so open that the exact sum over copies of founder alleles would take minutes:
/// claim and alternative were then both calculated with theta 0. Null when theta is the search's own.
/// </param>
public sealed record Alternative(string Name, double Log10, double Posterior, double? AtTheta);
