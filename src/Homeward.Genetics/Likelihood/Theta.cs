using Homeward.Genetics.Primitives;

namespace Homeward.Genetics.Likelihood;

/// <summary>The coancestry coefficient (FST), 0 to below 1; 0 is Hardy–Weinberg.</summary>
public readonly record struct Theta
{
    public Theta(double value)
    {
        Check.That(value is >= 0 and < 1);
        Value = value;
    }

    public double Value { get; }

    /// <summary>No coancestry: founder alleles are drawn independently.</summary>
    public static Theta Zero => default;
}
