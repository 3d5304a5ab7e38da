namespace Homeward.Genetics.Likelihood;

/// <summary>
/// A non-negative number as mantissa · 2^exponent, so that a product over a large family cannot underflow.
/// </summary>
readonly record struct ScaledNumber
{
    public ScaledNumber(double value, long exponent = 0)
    {
        if (value is 0 or (> 1e-150 and < 1e150))
        {
            (Mantissa, Exponent) = (value, exponent);
            return;
        }
        var shift = Math.ILogB(value);
        (Mantissa, Exponent) = (Math.ScaleB(value, -shift), exponent + shift);
    }

    public double Mantissa { get; }
    public long Exponent { get; }

    /// <summary>−∞ for zero.</summary>
    public double Log10 => Mantissa == 0 ? double.NegativeInfinity : Math.Log10(Mantissa) + Exponent * Log10Of2;

    const double Log10Of2 = 0.30102999566398119521;

    public static ScaledNumber operator *(ScaledNumber left, double right) => new(left.Mantissa * right, left.Exponent);

    public static ScaledNumber operator *(ScaledNumber left, ScaledNumber right) =>
        new(left.Mantissa * right.Mantissa, left.Exponent + right.Exponent);

    public static ScaledNumber operator +(ScaledNumber left, ScaledNumber right)
    {
        if (left.Mantissa == 0) return right;
        if (right.Mantissa == 0) return left;
        var (larger, smaller) = left.Exponent >= right.Exponent ? (left, right) : (right, left);
        var shift = (int)Math.Max(smaller.Exponent - larger.Exponent, -5000);
        return new(larger.Mantissa + Math.ScaleB(smaller.Mantissa, shift), larger.Exponent);
    }
}
