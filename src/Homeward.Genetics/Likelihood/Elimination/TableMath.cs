using System.Numerics;

namespace Homeward.Genetics.Likelihood.Elimination;

/// <summary>A table seen through the labels of a calculation: how far one step of each label moves in its cells.</summary>
/// <remarks>A stride of 0 is a label that the table does not depend on.</remarks>
readonly struct View(double[] cells, int offset, int[] strides)
{
    public readonly double[] Cells = cells;
    public readonly int Offset = offset;
    public readonly int[] Strides = strides;
}

/// <summary>The one inner loop of exact likelihoods: <c>sum += scale · left · right</c> over all labels.</summary>
static class TableMath
{
    /// <summary>For every combination of labels adds left × right to the cell of the sum.</summary>
    /// <param name="lengths">Number of values of each label.</param>
    /// <param name="sum">A label with stride 0 here is summed over.</param>
    /// <param name="left">One operand.</param>
    /// <param name="right">The other operand.</param>
    /// <param name="scale">A factor for every term.</param>
    public static void MultiplyAdd(ReadOnlySpan<int> lengths, View sum, View left, View right, double scale = 1)
    {
        unchecked
        {
            var inner = InnerLabel(lengths, sum, left, right);
            var innerLength = inner < 0 ? 1 : lengths[inner];
            var (stepS, stepL, stepR) =
                inner < 0 ? (0, 0, 0) : (sum.Strides[inner], left.Strides[inner], right.Strides[inner]);
            Span<int> at = stackalloc int[lengths.Length];
            at.Clear();
            var (s, l, r) = (sum.Offset, left.Offset, right.Offset);
            while (true)
            {
                Row(sum.Cells, s, stepS, left.Cells, l, stepL, right.Cells, r, stepR, innerLength, scale);
                var label = lengths.Length - 1;
                for (; label >= 0; label--)
                {
                    if (label == inner) continue;
                    if (++at[label] < lengths[label])
                    {
                        s += sum.Strides[label];
                        l += left.Strides[label];
                        r += right.Strides[label];
                        break;
                    }
                    at[label] = 0;
                    var back = lengths[label] - 1;
                    s -= back * sum.Strides[label];
                    l -= back * left.Strides[label];
                    r -= back * right.Strides[label];
                }
                if (label < 0) return;
            }
        }
    }

    /// <summary>The label for the innermost loop: contiguous in all three tables if there is one, then the longest.</summary>
    static int InnerLabel(ReadOnlySpan<int> lengths, View sum, View left, View right)
    {
        var (best, bestRank) = (-1, -1);
        for (var label = 0; label < lengths.Length; label++)
        {
            var contiguous = sum.Strides[label] <= 1 && left.Strides[label] <= 1 && right.Strides[label] <= 1;
            var rank = (contiguous ? 1 << 24 : 0) + (sum.Strides[label] == 1 ? 1 << 20 : 0) + lengths[label];
            if (rank > bestRank) (best, bestRank) = (label, rank);
        }
        return best;
    }

    static void Row(
        double[] sum, int s, int stepS, double[] left, int l, int stepL, double[] right, int r, int stepR, int length,
        double scale)
    {
        unchecked
        {
            if (stepS == 1 && length >= Vector<double>.Count && stepL <= 1 && stepR <= 1)
            {
                if (stepL == 0) AddScaled(sum.AsSpan(s, length), right.AsSpan(r), scale * left[l], stepR);
                else if (stepR == 0) AddScaled(sum.AsSpan(s, length), left.AsSpan(l), scale * right[r], stepL);
                else AddProduct(sum.AsSpan(s, length), left.AsSpan(l, length), right.AsSpan(r, length), scale);
                return;
            }
            if (stepS == 0)
            {
                var total = 0.0;
                for (var i = 0; i < length; i++) total += left[l + i * stepL] * right[r + i * stepR];
                sum[s] += scale * total;
                return;
            }
            for (var i = 0; i < length; i++) sum[s + i * stepS] += scale * left[l + i * stepL] * right[r + i * stepR];
        }
    }

    static void AddScaled(Span<double> sum, ReadOnlySpan<double> values, double by, int step)
    {
        var i = 0;
        if (step == 0) by *= values[0];
        var scale = new Vector<double>(by);
        for (; i <= sum.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            var term = step == 0 ? scale : scale * new Vector<double>(values[i..]);
            (new Vector<double>(sum[i..]) + term).CopyTo(sum[i..]);
        }
        for (; i < sum.Length; i++) sum[i] += step == 0 ? by : by * values[i];
    }

    static void AddProduct(Span<double> sum, ReadOnlySpan<double> left, ReadOnlySpan<double> right, double scale)
    {
        var i = 0;
        for (; i <= sum.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            var product = scale * new Vector<double>(left[i..]) * new Vector<double>(right[i..]);
            (new Vector<double>(sum[i..]) + product).CopyTo(sum[i..]);
        }
        for (; i < sum.Length; i++) sum[i] += scale * left[i] * right[i];
    }
}
