using Homeward.Genetics.Simulation;

namespace Homeward.Search.ErrorRates;

/// <summary>How often an unrelated pair reaches a limit that it hardly ever reaches, by importance sampling.</summary>
/// <remarks>
/// Pairs are drawn that are true at a marker with the probability a, and unrelated otherwise. Such a pair has these
/// profiles ∏ (a·LR + 1 − a) times as often as an unrelated one; weighed with one over that, those that reach the
/// limit count the unrelated ones that do, without bias, whatever a. The a of least variance is looked for in a first
/// tenth, which is then set aside (docs/math/error-rates.md).
/// </remarks>
public static class FalseRate
{
    const int PilotShare = 10;
    static readonly double[] Choices = [1, 0.95, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3];

    /// <summary>Share of unrelated pairs that reach a log10 LR.</summary>
    /// <param name="pairs">Drawn pairs.</param>
    /// <param name="markers">Markers that are summed.</param>
    /// <param name="limit">The log10 LR.</param>
    /// <param name="seed">Of the choice at each marker.</param>
    public static Estimate Of(DrawnPairs pairs, IReadOnlyList<string> markers, double limit, ulong seed)
    {
        var sums = new Sums(pairs, markers, limit, seed);
        var pilot = pairs.Count / PilotShare;
        var best = Choices.MinBy(it =>
        {
            var (mean, variance) = Moments(sums, it, 0, pilot);
            // A choice that never reached the limit tells nothing.
            return mean == 0 ? double.PositiveInfinity : variance / (mean * mean);
        });
        var (share, spread) = Moments(sums, best, pilot, pairs.Count);
        // A true pair over the limit is an unrelated one at most 1/LR times as often: so much, when none was drawn.
        return share > 0 ? Estimate.OfMean(share, spread, pairs.Count - pilot)
            : Math.Pow(10, -limit) * Estimate.OfShare(0, pairs.Count - pilot);
    }

    /// <summary>What is summed, as <see cref="Of"/> was asked.</summary>
    sealed record Sums(DrawnPairs Pairs, IReadOnlyList<string> Markers, double Limit, ulong Seed);

    static (double Mean, double Variance) Moments(Sums sums, double isTrueShare, int first, int end)
    {
        var (pairs, markers, limit, seed) = sums;
        var random = new SeededRandom(seed ^ (ulong)BitConverter.DoubleToInt64Bits(limit + isTrueShare));
        var (sum, squares) = (0.0, 0.0);
        for (var pair = first; pair < end; pair++)
        {
            var (log10, log10Weight) = (0.0, 0.0);
            foreach (var marker in markers)
            {
                var ratio = pairs.Log10Of(marker, pair, random.NextIs(isTrueShare));
                log10 += ratio;
                log10Weight -= Math.Log10(isTrueShare * Math.Pow(10, ratio) + (1 - isTrueShare));
            }
            if (log10 < limit) continue;
            var weight = Math.Pow(10, log10Weight);
            sum += weight;
            squares += weight * weight;
        }
        var (count, mean) = (end - first, sum / (end - first));
        return (mean, Math.Max(0, squares / count - mean * mean));
    }
}
