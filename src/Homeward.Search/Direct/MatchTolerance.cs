namespace Homeward.Search.Direct;

/// <summary>How far two profiles of one person may differ, and how much of them must be there.</summary>
/// <param name="LeastMarkers">Markers typed in both; more than <paramref name="MostDifferences"/>.</param>
/// <param name="MostDifferences">Markers that differ, of any kind that is tolerated.</param>
public sealed record MatchTolerance(int LeastMarkers, int MostDifferences)
{
    /// <summary>
    /// Of the markers that differ, those at which two heterozygotes share one allele: one of the four was misread.
    /// </summary>
    public const int MostMistyped = 1;
}
