using System.Numerics;

namespace Homeward.Genetics.Likelihood;

/// <summary>Sums along rows, several cells at a time.</summary>
static class VectorSum
{
    /// <summary>sum += by · values.</summary>
    public static void AddScaled(Span<double> sum, ReadOnlySpan<double> values, double by)
    {
        unchecked
        {
            var i = 0;
            for (; i <= sum.Length - Vector<double>.Count; i += Vector<double>.Count)
                (new Vector<double>(sum[i..]) + by * new Vector<double>(values[i..])).CopyTo(sum[i..]);
            for (; i < sum.Length; i++) sum[i] += by * values[i];
        }
    }

    public static double Of(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values) sum += value;
        return sum;
    }
}
