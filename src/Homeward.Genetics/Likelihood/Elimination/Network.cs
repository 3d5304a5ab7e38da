namespace Homeward.Genetics.Likelihood.Elimination;

/// <summary>A product of factors from which variables are summed out one at a time, exactly (variable elimination).</summary>
/// <param name="factors">The product.</param>
/// <param name="stateCounts">Number of states of each variable.</param>
/// <param name="recorder">Receives the calculations.</param>
sealed class Network(IEnumerable<Factor> factors, int[] stateCounts, Recorder recorder)
{
    readonly List<Factor> _factors = [.. factors];
    readonly List<int> _numbers = [];
    readonly Summation _summation = new(stateCounts, recorder);

    /// <summary>Addresses of the numbers that are left of eliminated parts: factors of the whole.</summary>
    public IReadOnlyList<int> Numbers => _numbers;

    /// <summary>Multiply–adds so far.</summary>
    public double Work => recorder.Work;

    /// <summary>Sums a variable out and returns the factor that is left of it.</summary>
    /// <param name="variable">Mentioned by at least one factor.</param>
    /// <param name="expand">True to multiply plain tables over both alleles instead of splitting mixture axes.</param>
    public Factor Eliminate(int variable, bool expand)
    {
        var touched = _factors.FindAll(it => it.Mentions(variable));
        _factors.RemoveAll(it => it.Mentions(variable));
        var left = _summation.Out(variable, touched, expand);
        recorder.Normalize(left.Address, (int)_summation.SizeOf(left.Axes));
        if (left.Axes.Length > 0) _factors.Add(left);
        else _numbers.Add(left.Address);
        return left;
    }

    /// <summary>What eliminating the variable would cost in multiply–adds, and how large a table it would leave.</summary>
    public (double Work, double Size) Estimate(int variable, bool expand)
    {
        var touched = _factors.FindAll(it => it.Mentions(variable));
        if (!expand && Summation.TermCount(variable, touched) > Summation.MostTerms)
            return (double.PositiveInfinity, double.PositiveInfinity);
        var trial = new Recorder(0);
        var left = new Summation(stateCounts, trial).Out(variable, touched, expand);
        return (trial.Work, _summation.SizeOf(left.Axes));
    }

    /// <summary>Multiplies everything left into one table over two kept variables, the second one fastest.</summary>
    /// <returns>Its address; for twice the same variable a table over that one.</returns>
    public int TableOver(int first, int second) => _summation.Product(_factors, first, second).Address;
}
