using System.Numerics;

namespace Homeward.Genetics.Likelihood.Elimination;

/// <summary>
/// The one step that exact likelihoods are made of: <c>sum += scale · left · right</c> over some labels.
/// </summary>
sealed class Instruction
{
    const double Smallest = 1e-60, Largest = 1e60;
    readonly int _sum, _left, _right, _length, _sumStep, _leftStep, _rightStep;
    readonly Outer[] _outer = [];
    readonly double _scale;
    readonly bool _normalizes;

    /// <summary>A loop around the innermost one.</summary>
    readonly record struct Outer(int Length, int Sum, int Left, int Right);

    /// <param name="lengths">Number of values of each label.</param>
    /// <param name="sum">A label with stride 0 here is summed over.</param>
    /// <param name="left">One operand.</param>
    /// <param name="right">The other operand.</param>
    /// <param name="scale">A factor for every term.</param>
    public Instruction(int[] lengths, View sum, View left, View right, double scale)
    {
        (_sum, _left, _right, _scale, _length) = (sum.Address, left.Address, right.Address, scale, 1);
        var loops = lengths.Index().Where(it => it.Item > 1)
            .Select(it => new Outer(it.Item, sum.Strides[it.Index], left.Strides[it.Index], right.Strides[it.Index]))
            .ToList();
        if (loops.Count == 0) return;
        var inner = loops.MinBy(Price);
        loops.Remove(inner);
        (_length, _sumStep, _leftStep, _rightStep) = (inner.Length, inner.Sum, inner.Left, inner.Right);
        _outer = [.. loops];

        // A row costs about as much as a dozen cells; contiguous cells are worked on four at a time.
        static double Price(Outer loop) =>
            (12.0 + loop.Length * (loop is { Sum: 1, Left: <= 1, Right: <= 1 } ? 0.5 : 1.5)) / loop.Length;
    }

    /// <summary>Divides a table by the power of two of its largest cell, when that is far from 1.</summary>
    public Instruction(int address, int count) => (_sum, _length, _normalizes) = (address, count, true);

    /// <returns>The power of two that was taken out, 0 for a multiplication.</returns>
    public int Run(double[] arena)
    {
        if (_normalizes) return Normalize(arena.AsSpan(_sum, _length));
        unchecked
        {
            Span<int> at = stackalloc int[_outer.Length];
            at.Clear();
            var (sum, left, right) = (_sum, _left, _right);
            while (true)
            {
                Row(arena, sum, left, right);
                var loop = _outer.Length - 1;
                for (; loop >= 0; loop--)
                {
                    ref readonly var outer = ref _outer[loop];
                    sum += outer.Sum;
                    left += outer.Left;
                    right += outer.Right;
                    if (++at[loop] < outer.Length) break;
                    at[loop] = 0;
                    sum -= outer.Length * outer.Sum;
                    left -= outer.Length * outer.Left;
                    right -= outer.Length * outer.Right;
                }
                if (loop < 0) return 0;
            }
        }
    }

    static int Normalize(Span<double> cells)
    {
        var largest = LargestOf(cells);
        if (largest is 0 or (> Smallest and < Largest)) return 0;
        var exponent = Math.ILogB(largest);
        // In two steps: a power of two beyond 1023 is no double.
        var (half, rest) = (-exponent / 2, -exponent - -exponent / 2);
        foreach (ref var cell in cells) cell = cell * Math.ScaleB(1, half) * Math.ScaleB(1, rest);
        return exponent;
    }

    static double LargestOf(ReadOnlySpan<double> cells)
    {
        var (largest, i) = (Vector<double>.Zero, 0);
        for (; i <= cells.Length - Vector<double>.Count; i += Vector<double>.Count)
            largest = Vector.Max(largest, new Vector<double>(cells[i..]));
        var single = 0.0;
        for (var lane = 0; lane < Vector<double>.Count; lane++) single = Math.Max(single, largest[lane]);
        for (; i < cells.Length; i++) single = Math.Max(single, cells[i]);
        return single;
    }

    void Row(double[] arena, int sum, int left, int right)
    {
        unchecked
        {
            if (_sumStep == 1 && _leftStep <= 1 && _rightStep <= 1)
            {
                var target = arena.AsSpan(sum, _length);
                if (_leftStep == 0) AddScaled(target, arena.AsSpan(right), _scale * arena[left], _rightStep);
                else if (_rightStep == 0) AddScaled(target, arena.AsSpan(left), _scale * arena[right], _leftStep);
                else AddProduct(target, arena.AsSpan(left, _length), arena.AsSpan(right, _length), _scale);
                return;
            }
            if (_sumStep == 0)
            {
                var total = 0.0;
                for (var i = 0; i < _length; i++, left += _leftStep, right += _rightStep)
                    total += arena[left] * arena[right];
                arena[sum] += _scale * total;
                return;
            }
            for (var i = 0; i < _length; i++, sum += _sumStep, left += _leftStep, right += _rightStep)
                arena[sum] += _scale * arena[left] * arena[right];
        }
    }

    static void AddScaled(Span<double> sum, ReadOnlySpan<double> values, double by, int step)
    {
        var i = 0;
        if (step == 0)
        {
            by *= values[0];
            foreach (ref var cell in sum) cell += by;
            return;
        }
        var scale = new Vector<double>(by);
        for (; i <= sum.Length - Vector<double>.Count; i += Vector<double>.Count)
            (new Vector<double>(sum[i..]) + scale * new Vector<double>(values[i..])).CopyTo(sum[i..]);
        for (; i < sum.Length; i++) sum[i] += by * values[i];
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
