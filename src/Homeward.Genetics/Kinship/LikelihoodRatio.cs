namespace Homeward.Genetics.Kinship;

/// <summary>How much better one hypothesis explains the profiles than another, both likelihoods kept.</summary>
/// <remarks>So 0/x (an exclusion), x/0 and 0/0 stay apart, and nothing underflows.</remarks>
public readonly record struct LikelihoodRatio(double Log10Numerator, double Log10Denominator)
{
    /// <summary>
    /// log10 of the ratio: −∞ for an exclusion, +∞ when only the denominator is impossible, NaN when both are.
    /// </summary>
    public double Log10 => IsUndefined ? double.NaN : Log10Numerator - Log10Denominator;

    /// <summary>The profiles are impossible under the numerator alone.</summary>
    public bool IsExclusion =>
        double.IsNegativeInfinity(Log10Numerator) && !double.IsNegativeInfinity(Log10Denominator);

    /// <summary>The profiles are impossible under both.</summary>
    public bool IsUndefined => double.IsNegativeInfinity(Log10Numerator) && double.IsNegativeInfinity(Log10Denominator);

    /// <summary>The ratio over markers that are inherited independently of each other.</summary>
    public static LikelihoodRatio OfUnlinked(IEnumerable<LikelihoodRatio> markers)
    {
        var (numerator, denominator) = (0.0, 0.0);
        foreach (var marker in markers)
        {
            numerator += marker.Log10Numerator;
            denominator += marker.Log10Denominator;
        }
        return new(numerator, denominator);
    }
}
