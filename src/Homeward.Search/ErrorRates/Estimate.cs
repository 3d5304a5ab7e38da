namespace Homeward.Search.ErrorRates;

/// <summary>A figure from a simulation, with its 95 % confidence interval.</summary>
public readonly record struct Estimate(double Value, double Low, double High)
{
    /// <summary>Of the normal distribution, for 95 %.</summary>
    const double Z = 1.959964;

    public static Estimate operator *(double factor, Estimate it) =>
        new(factor * it.Value, factor * it.Low, factor * it.High);

    /// <summary>Hits of a number of draws; Wilson's interval, J. Am. Stat. Assoc. 22 (1927).</summary>
    public static Estimate OfShare(double hits, double count)
    {
        var share = hits / count;
        var scale = 1 / (1 + Z * Z / count);
        var middle = scale * (share + Z * Z / (2 * count));
        var half = scale * Z * Math.Sqrt(share * (1 - share) / count + Z * Z / (4 * count * count));
        return new(share, Math.Max(0, Math.Min(share, middle - half)), Math.Min(1, Math.Max(share, middle + half)));
    }

    /// <summary>A mean of draws with this variance; the normal interval, cut at 0.</summary>
    public static Estimate OfMean(double mean, double variance, int count)
    {
        var half = Z * Math.Sqrt(variance / count);
        return new(mean, Math.Max(0, mean - half), mean + half);
    }
}
