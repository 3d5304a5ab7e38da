using Homeward.Genetics.Primitives;

namespace Homeward.Genetics.Likelihood.Elimination;

/// <summary>A product of factors from which variables are summed out one at a time, exactly (variable elimination).</summary>
/// <param name="factors">The product.</param>
/// <param name="stateCounts">Number of states of each variable.</param>
/// <param name="scratch">Memory for the tables; null to follow only their shapes, for planning.</param>
sealed class Network(IEnumerable<Factor> factors, int[] stateCounts, Scratch? scratch)
{
    readonly List<Factor> _factors = [.. factors];
    readonly Summation _summation = new(stateCounts, scratch);
    double _number = 1;
    int _exponent;

    /// <summary>Multiply–adds done so far.</summary>
    public double Work => _summation.Work;

    public IReadOnlyList<Factor> Factors => _factors;

    /// <summary>Sums a variable out and returns the factor that is left of it.</summary>
    /// <param name="variable">Mentioned by at least one factor.</param>
    /// <param name="expand">True to multiply plain tables over both alleles instead of splitting mixture axes.</param>
    public Factor Eliminate(int variable, bool expand)
    {
        var touched = _factors.FindAll(it => it.Mentions(variable));
        _factors.RemoveAll(it => it.Mentions(variable));
        var left = _summation.Out(variable, touched, expand);
        if (scratch is not null) Normalize(left);
        if (left.Axes.Length > 0) _factors.Add(left);
        else if (scratch is not null) _number *= left.Cells[left.Offset];
        return left;
    }

    /// <summary>What eliminating the variable would cost in multiply–adds, and how large a table it would leave.</summary>
    public (double Work, double Size) Estimate(int variable, bool expand)
    {
        var trial = new Summation(stateCounts, scratch: null);
        var touched = _factors.FindAll(it => it.Mentions(variable));
        if (!expand && Summation.TermCount(variable, touched) > Summation.MostTerms)
            return (double.PositiveInfinity, double.PositiveInfinity);
        var left = trial.Out(variable, touched, expand);
        return (trial.Work, trial.SizeOf(left.Axes));
    }

    /// <summary>The product, when every variable is gone: mantissa · 2^exponent.</summary>
    public (double Mantissa, int Exponent) Number()
    {
        Check.That(_factors.Count == 0);
        return (_number, _exponent);
    }

    /// <summary>The product as a table over two variables that were kept, row after row, to be scaled by 2^exponent.</summary>
    /// <param name="first">Variable of the rows.</param>
    /// <param name="second">Variable of the columns; the same one leaves only the diagonal.</param>
    public (double[] Table, int Exponent) TableOver(int first, int second)
    {
        var (rows, columns) = (stateCounts[first], stateCounts[second]);
        var table = new double[rows * columns];
        for (var i = 0; i < rows; i++)
            for (var j = 0; j < columns; j++)
                if (first != second || i == j) table[i * columns + j] = _number;
        foreach (var factor in _factors)
        {
            var plain = _summation.Expanded(factor);
            for (var i = 0; i < rows; i++)
                for (var j = 0; j < columns; j++)
                    table[i * columns + j] *= CellAt(plain, first, i, j);
        }
        return (table, _exponent);
    }

    double CellAt(Factor plain, int first, int i, int j)
    {
        var (at, stride) = (plain.Offset, 1);
        for (var axis = plain.Axes.Length - 1; axis >= 0; axis--)
        {
            at += stride * (plain.Axes[axis].Plain == first ? i : j);
            stride *= stateCounts[plain.Axes[axis].Plain];
        }
        return plain.Cells[at];
    }

    /// <summary>Keeps the largest cell near 1, so that a family of any size stays inside a double.</summary>
    void Normalize(Factor factor)
    {
        var cells = factor.Cells.AsSpan(factor.Offset, (int)_summation.SizeOf(factor.Axes));
        var largest = 0.0;
        foreach (var cell in cells) largest = Math.Max(largest, cell);
        if (largest is 0 or (> 1e-60 and < 1e60)) return;
        var exponent = Math.ILogB(largest);
        var scale = Math.ScaleB(1, -exponent);
        foreach (ref var cell in cells) cell *= scale;
        _exponent += exponent;
    }
}
