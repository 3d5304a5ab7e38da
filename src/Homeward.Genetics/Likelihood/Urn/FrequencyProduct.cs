using System.Numerics;
using System.Runtime.Intrinsics;
using Homeward.Genetics.Primitives;

namespace Homeward.Genetics.Likelihood.Urn;

/// <summary>
/// Mean, over the subpopulations that theta allows, of a product of linear functions h·q of the frequencies q: a sum
/// over the ways to part the functions into blocks of copies, A·(size − 1)!·Σ p·Πh for each block, divided by A
/// (A + 1) … (A + k − 1). Found subset by subset, one function after the other. docs/math/theta.md derives it.
/// </summary>
/// <remarks>All terms are positive, so nothing cancels.</remarks>
sealed class FrequencyProduct
{
    readonly double[] _population;
    readonly double _mass;
    readonly double[] _products, _blocks, _sums, _factorials;

    /// <param name="population">Mean frequencies p; they sum to 1.</param>
    /// <param name="mass">A: the Dirichlet distribution's parameters are this times the frequencies.</param>
    /// <param name="most">How many functions there may be.</param>
    public FrequencyProduct(double[] population, double mass, int most)
    {
        (_population, _mass) = (population, mass);
        var sets = 1 << most;
        (_products, _blocks, _sums) = (new double[sets * population.Length], new double[sets], new double[sets]);
        _sums[0] = 1;
        _factorials = new double[most + 1];
        _factorials[0] = 1;
        for (var i = 1; i <= most; i++) _factorials[i] = _factorials[i - 1] * i;
    }

    public int Count { get; private set; }

    public double Mean => _sums[(1 << Count) - 1] / Rising(Count);

    public void Push(double[] function)
    {
        var sets = 1 << Count;
        AddBlocks(function, sets);
        for (var others = 0; others < sets; others++) _sums[sets + others] = SumWith(others, sets);
        Count++;
    }

    public void PopTo(int count)
    {
        Check.That(count <= Count);
        Count = count;
    }

    /// <summary>The mean with one function more, which is not kept.</summary>
    public double MeanWith(double[] function)
    {
        var sets = 1 << Count;
        AddBlocks(function, sets);
        return SumWith(sets - 1, sets) / Rising(Count + 1);
    }

    public static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var (parts, i) = (Vector256<double>.Zero, 0);
        for (; i <= left.Length - 4; i += 4) parts += Vector256.Create(left[i..]) * Vector256.Create(right[i..]);
        var rest = 0.0;
        for (; i < left.Length; i++) rest += left[i] * right[i];
        return parts[0] + parts[1] + (parts[2] + parts[3]) + rest;
    }

    /// <summary>The blocks that hold the new function and any set of the others.</summary>
    void AddBlocks(double[] function, int sets)
    {
        var states = _population.Length;
        for (var others = 0; others < sets; others++)
        {
            var product = _products.AsSpan((sets + others) * states, states);
            if (others == 0) function.CopyTo(product);
            else Multiply(_products.AsSpan(others * states, states), function, product);
            _blocks[sets + others] =
                _mass * _factorials[BitOperations.PopCount((uint)others)] * Dot(_population, product);
        }
    }

    /// <summary>Over the block of the new function: any part of the others, the rest being summed before.</summary>
    double SumWith(int others, int sets)
    {
        var sum = 0.0;
        for (var part = others; ; part = (part - 1) & others)
        {
            sum += _blocks[sets + part] * _sums[others ^ part];
            if (part == 0) return sum;
        }
    }

    double Rising(int count)
    {
        var product = 1.0;
        for (var i = 0; i < count; i++) product *= _mass + i;
        return product;
    }

    static void Multiply(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> product)
    {
        var i = 0;
        for (; i <= left.Length - 4; i += 4)
            (Vector256.Create(left[i..]) * Vector256.Create(right[i..])).CopyTo(product[i..]);
        for (; i < left.Length; i++) product[i] = left[i] * right[i];
    }
}
