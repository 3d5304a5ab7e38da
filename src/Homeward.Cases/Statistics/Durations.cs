using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Statistics;

/// <summary>How long something took, over all who came to its end.</summary>
/// <param name="Count">How many did.</param>
/// <param name="Median">Half took no longer; null when nobody came to it.</param>
/// <param name="NinetyPercent">Nine in ten took no longer.</param>
/// <param name="Longest">Of all.</param>
public sealed record Durations(int Count, TimeSpan? Median, TimeSpan? NinetyPercent, TimeSpan? Longest)
{
    public static Durations Of(IEnumerable<TimeSpan> times)
    {
        List<TimeSpan> sorted = [.. times.Order()];
        return new(
            sorted.Count, Quantile(sorted, 50), Quantile(sorted, 90), sorted.Count == 0 ? null : sorted[^1]);
    }

    /// <summary>The smallest value that at least so many in a hundred do not exceed: one that occurred, never a mean of
    /// two.</summary>
    static TimeSpan? Quantile(List<TimeSpan> sorted, int percent)
    {
        Check.That(percent is > 0 and <= 100);
        return sorted.Count == 0 ? null : sorted[(sorted.Count * percent + 99) / 100 - 1];
    }
}
