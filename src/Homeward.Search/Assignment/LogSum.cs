namespace Homeward.Search.Assignment;

/// <summary>Sums of numbers that are known by their logarithms.</summary>
static class LogSum
{
    /// <summary>ln(e^a + e^b).</summary>
    public static double Of(double a, double b)
    {
        var (larger, smaller) = a >= b ? (a, b) : (b, a);
        return double.IsNegativeInfinity(smaller) ? larger : larger + Math.Log(1 + Math.Exp(smaller - larger));
    }
}
