namespace Homeward.Tests.Simulation;

/// <summary>Whether counts look like draws from exact probabilities.</summary>
static class ChiSquare
{
    /// <remarks>
    /// A statistic of k degrees of freedom has mean k and variance 2k; six standard deviations are exceeded by chance
    /// less than once in ten thousand even for small k, and the seeds are fixed.
    /// </remarks>
    public static void Fits(ReadOnlySpan<double> counts, ReadOnlySpan<double> probabilities)
    {
        Assert.Equal(probabilities.Length, counts.Length);
        var total = 0.0;
        foreach (var count in counts) total += count;
        var (statistic, freedom) = (0.0, -1);
        for (var i = 0; i < counts.Length; i++)
        {
            if (probabilities[i] == 0) Assert.Equal(0, counts[i]);
            else
            {
                var expected = total * probabilities[i];
                statistic += (counts[i] - expected) * (counts[i] - expected) / expected;
                freedom++;
            }
        }
        Assert.InRange(statistic, 0, freedom + 6 * Math.Sqrt(2 * Math.Max(freedom, 1)));
    }
}
