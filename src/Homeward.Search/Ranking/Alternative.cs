namespace Homeward.Search.Ranking;

/// <summary>Another explanation of the same profiles.</summary>
/// <param name="Name">In words.</param>
/// <param name="Log10">log10 LR of the claim over it, the smallest over the populations.</param>
/// <param name="Posterior">Its probability if claim and alternatives are all there is, under the stated prior.</param>
public sealed record Alternative(string Name, double Log10, double Posterior);
