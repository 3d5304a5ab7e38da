namespace Homeward.Search.Ranking;

/// <summary>A ratio of two LRs, in log10.</summary>
/// <param name="Log10">The margin; with nobody else over the threshold, the margin over the threshold.</param>
/// <param name="IsAtLeast">True when there is no runner-up: the true margin is at least this.</param>
public readonly record struct Margin(double Log10, bool IsAtLeast);
