using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Homeward.Genetics.Primitives;

namespace Homeward.Genetics.Likelihood.Elimination;

/// <summary>
/// The one step that exact likelihoods are made of: <c>sum += scale · left · right</c> over some labels.
/// </summary>
/// <remarks>
/// Two labels are its inner loops: the one along which it runs, and one that is summed over while the sums stay in
/// registers. Sums of a row are formed lane by lane and those of a product in four parts, on every machine alike.
/// </remarks>
sealed class Instruction
{
    const double Smallest = 1e-60, Largest = 1e60;
    const int Lanes = 4, MostLanes = 4 * Lanes;
    readonly int _sum, _left, _right;
    readonly Loop _along = new(1, 0, 0, 0), _summed = new(1, 0, 0, 0);
    readonly Loop[] _outer = [];
    readonly double _scale;
    readonly bool _normalizes;

    /// <summary>One label: how many values it has, and how far each step moves.</summary>
    readonly record struct Loop(int Length, int Sum, int Left, int Right)
    {
        public bool IsRow => Sum == 1 && Left is 0 or 1 && Right is 0 or 1;
    }

    /// <param name="lengths">Number of values of each label.</param>
    /// <param name="sum">A label with stride 0 here is summed over.</param>
    /// <param name="left">One operand.</param>
    /// <param name="right">The other operand.</param>
    /// <param name="scale">A factor for every term.</param>
    /// <param name="along">The label to run along; see <see cref="LabelAlong"/>.</param>
    public Instruction(int[] lengths, View sum, View left, View right, double scale, int along)
    {
        (_sum, _left, _right, _scale) = (sum.Address, left.Address, right.Address, scale);
        var loops = lengths.Index().Where(it => it.Item > 1)
            .Select(it => (Label: it.Index, Loop: new Loop(
                it.Item, sum.Strides[it.Index], left.Strides[it.Index], right.Strides[it.Index])))
            .ToList();
        int[] ends = [EndOf(_sum, it => it.Sum), EndOf(_left, it => it.Left), EndOf(_right, it => it.Right)];
        Extent = 1 + ends.Max();
        if (loops.Count == 0) return;
        _along = loops.Single(it => it.Label == along).Loop;
        loops.RemoveAll(it => it.Label == along);
        // A factor that does not depend on the label is better the left one.
        if (_along.IsRow && _along.Left == 1 && _along.Right == 0)
        {
            (_left, _right) = (_right, _left);
            _along = Exchanged(_along);
            loops = loops.ConvertAll(it => (it.Label, Exchanged(it.Loop)));
        }
        if (loops.Exists(it => it.Loop.Sum == 0))
        {
            var longest = loops.Where(it => it.Loop.Sum == 0).MaxBy(it => it.Loop.Length);
            _summed = longest.Loop;
            loops.Remove(longest);
        }
        _outer = [.. loops.Select(it => it.Loop)];

        static Loop Exchanged(Loop it) => it with { Left = it.Right, Right = it.Left };
        int EndOf(int address, Func<Loop, int> step) => loops.Sum(it => (it.Loop.Length - 1) * step(it.Loop)) + address;
    }

    /// <summary>Divides a table by the power of two of its largest cell, when that is far from 1.</summary>
    public Instruction(int address, int count) =>
        (_sum, _along, _normalizes, Extent) = (address, new(count, 1, 0, 0), true, address + count);

    /// <summary>The address of the first cell that it changes.</summary>
    public int Changes => _sum;

    /// <summary>The addresses of the first cells that it reads, besides those it changes.</summary>
    public (int Left, int Right) Reads => (_left, _right);

    /// <summary>How many cells the arena must have.</summary>
    public int Extent { get; }

    /// <summary>
    /// The label along which a sum is best formed: the one whose cells lie side by side in the result; in a result too
    /// short for that, the longest one that is summed over. −1 when no label has two values.
    /// </summary>
    public static int LabelAlong(int[] lengths, View sum)
    {
        var best = -1;
        for (var label = 0; label < lengths.Length; label++)
            if (lengths[label] > 1 && (best < 0 || PriceAlong(label) < PriceAlong(best))) best = label;
        return best;

        // A row costs about as much as a dozen cells.
        double PriceAlong(int label) =>
            (12.0 + lengths[label] * (sum.Strides[label] is 0 or 1 ? 0.5 : 1.5)) / lengths[label]
            + (sum.Strides[label] == 1 ? 0 : 0.5);
    }

    /// <returns>The power of two that was taken out, 0 for a multiplication.</returns>
    public int Run(double[] arena)
    {
        if (_normalizes) return Normalize(arena.AsSpan(_sum, _along.Length));
        Check.That(Extent <= arena.Length);
        ref var first = ref MemoryMarshal.GetArrayDataReference(arena);
        unchecked
        {
            Span<int> at = stackalloc int[_outer.Length];
            at.Clear();
            var (sum, left, right) = (_sum, _left, _right);
            while (true)
            {
                if (_along.IsRow) Row(ref first, sum, left, right);
                else Strided(ref first, sum, left, right);
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
        var (largest, i) = (Vector256<double>.Zero, 0);
        for (; i <= cells.Length - Lanes; i += Lanes)
            largest = Vector256.Max(largest, Vector256.Create(cells[i..]));
        var single = Math.Max(Math.Max(largest[0], largest[1]), Math.Max(largest[2], largest[3]));
        for (; i < cells.Length; i++) single = Math.Max(single, cells[i]);
        return single;
    }

    /// <summary>Cells side by side, up to 16 at a time; never fewer than 4 are left for the last time.</summary>
    void Row(ref double arena, int sum, int left, int right)
    {
        unchecked
        {
            for (var todo = _along.Length; todo > 0;)
            {
                var count = todo <= MostLanes ? todo : todo < MostLanes + Lanes ? MostLanes - Lanes : MostLanes;
                if (count < Lanes) Few(ref arena, (sum, left, right), count);
                else if (_along.Left == 1) AddProducts(ref arena, (sum, left, right), count);
                else if (_along.Right == 1) AddScaled(ref arena, (sum, left, right), count);
                else
                {
                    var term = _scale * SumOfProducts(ref arena, left, right, _summed);
                    for (var i = 0; i < count; i++) Unsafe.Add(ref arena, sum + i) += term;
                }
                todo -= count;
                sum += count;
                left += _along.Left * count;
                right += _along.Right * count;
            }
        }
    }

    /// <summary>
    /// Where four vectors begin that cover 4 to 16 cells: where they overlap they come to the same values.
    /// </summary>
    readonly record struct Quarters(int Second, int Third, int Fourth)
    {
        public static Quarters Of(int count) =>
            unchecked(new(Math.Min(Lanes, count - Lanes), Math.Min(2 * Lanes, count - Lanes), count - Lanes));
    }

    void AddScaled(ref double arena, (int Sum, int Left, int Right) at, int count)
    {
        unchecked
        {
            var quarters = Quarters.Of(count);
            var (sum, left, right) = at;
            var (a, b) = (Vector256<double>.Zero, Vector256<double>.Zero);
            var (c, d) = (Vector256<double>.Zero, Vector256<double>.Zero);
            for (var k = 0; k < _summed.Length; k++)
            {
                var factor = Vector256.Create(Unsafe.Add(ref arena, left));
                a += factor * At(ref arena, right);
                b += factor * At(ref arena, right + quarters.Second);
                c += factor * At(ref arena, right + quarters.Third);
                d += factor * At(ref arena, right + quarters.Fourth);
                left += _summed.Left;
                right += _summed.Right;
            }
            Add(ref Unsafe.Add(ref arena, sum), quarters, (a, b), (c, d));
        }
    }

    void AddProducts(ref double arena, (int Sum, int Left, int Right) at, int count)
    {
        unchecked
        {
            var quarters = Quarters.Of(count);
            var (sum, left, right) = at;
            var (a, b) = (Vector256<double>.Zero, Vector256<double>.Zero);
            var (c, d) = (Vector256<double>.Zero, Vector256<double>.Zero);
            for (var k = 0; k < _summed.Length; k++)
            {
                a += At(ref arena, left) * At(ref arena, right);
                b += At(ref arena, left + quarters.Second) * At(ref arena, right + quarters.Second);
                c += At(ref arena, left + quarters.Third) * At(ref arena, right + quarters.Third);
                d += At(ref arena, left + quarters.Fourth) * At(ref arena, right + quarters.Fourth);
                left += _summed.Left;
                right += _summed.Right;
            }
            Add(ref Unsafe.Add(ref arena, sum), quarters, (a, b), (c, d));
        }
    }

    /// <summary>Adds the scaled terms. All cells are read before any is written: quarters may overlap.</summary>
    void Add(
        ref double sum,
        Quarters at,
        (Vector256<double> A, Vector256<double> B) firstTerms,
        (Vector256<double> C, Vector256<double> D) lastTerms)
    {
        var scale = Vector256.Create(_scale);
        var a = At(ref sum, 0) + scale * firstTerms.A;
        var b = At(ref sum, at.Second) + scale * firstTerms.B;
        var c = At(ref sum, at.Third) + scale * lastTerms.C;
        var d = At(ref sum, at.Fourth) + scale * lastTerms.D;
        a.StoreUnsafe(ref sum);
        b.StoreUnsafe(ref sum, (nuint)at.Second);
        c.StoreUnsafe(ref sum, (nuint)at.Third);
        d.StoreUnsafe(ref sum, (nuint)at.Fourth);
    }

    static Vector256<double> At(ref double arena, int address) => Vector256.LoadUnsafe(ref arena, (nuint)address);

    void Few(ref double arena, (int Sum, int Left, int Right) at, int count)
    {
        unchecked
        {
            for (var i = 0; i < count; i++)
                Unsafe.Add(ref arena, at.Sum + i) += _scale
                    * SumOfProducts(ref arena, at.Left + i * _along.Left, at.Right + i * _along.Right, _summed);
        }
    }

    /// <summary>Cells that do not lie side by side, or one cell that is a sum along the label.</summary>
    void Strided(ref double arena, int sum, int left, int right)
    {
        unchecked
        {
            if (_along.Sum == 0)
            {
                var total = 0.0;
                for (var k = 0; k < _summed.Length; k++)
                    total += SumOfProducts(ref arena, left + k * _summed.Left, right + k * _summed.Right, _along);
                Unsafe.Add(ref arena, sum) += _scale * total;
                return;
            }
            for (var i = 0; i < _along.Length; i++, sum += _along.Sum, left += _along.Left, right += _along.Right)
                Unsafe.Add(ref arena, sum) += _scale * (_summed.Length == 1
                    ? Unsafe.Add(ref arena, left) * Unsafe.Add(ref arena, right)
                    : SumOfProducts(ref arena, left, right, _summed));
        }
    }

    /// <summary>Σ left · right, in parts that are added in an order of their own.</summary>
    static double SumOfProducts(ref double arena, int left, int right, in Loop loop)
    {
        unchecked
        {
            if (loop.Length == 1) return Unsafe.Add(ref arena, left) * Unsafe.Add(ref arena, right);
            var i = 0;
            if (loop is { Left: 1, Right: 1, Length: >= Lanes })
            {
                var parts = Vector256<double>.Zero;
                for (; i <= loop.Length - Lanes; i += Lanes)
                    parts += At(ref arena, left + i) * At(ref arena, right + i);
                var rest = 0.0;
                for (; i < loop.Length; i++)
                    rest += Unsafe.Add(ref arena, left + i) * Unsafe.Add(ref arena, right + i);
                return parts[0] + parts[1] + (parts[2] + parts[3]) + rest;
            }
            var (even, odd) = (0.0, 0.0);
            for (; i + 1 < loop.Length; i += 2, left += 2 * loop.Left, right += 2 * loop.Right)
            {
                even += Unsafe.Add(ref arena, left) * Unsafe.Add(ref arena, right);
                odd += Unsafe.Add(ref arena, left + loop.Left) * Unsafe.Add(ref arena, right + loop.Right);
            }
            if (i < loop.Length) even += Unsafe.Add(ref arena, left) * Unsafe.Add(ref arena, right);
            return even + odd;
        }
    }
}
