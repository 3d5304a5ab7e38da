namespace Homeward.Genetics.Likelihood.Elimination;

/// <summary>
/// A product of factors from which variables are summed out one at a time, exactly (variable elimination).
/// </summary>
/// <param name="factors">The product.</param>
/// <param name="stateCounts">Number of states of each variable.</param>
/// <param name="recorder">Receives the calculations.</param>
sealed class Network(IEnumerable<Factor> factors, int[] stateCounts, Recorder recorder)
{
    // A run is repeated thousands of times where anything varies; what does not vary is worked out once.
    const double PriceOfFixed = 1e-3;

    readonly List<Factor> _factors = [.. factors];
    readonly bool _isRepeated = factors.Any(it => it.Varies);
    readonly List<int> _numbers = [];
    readonly Summation _summation = new(stateCounts, recorder);

    /// <summary>Addresses of the numbers that are left of eliminated parts: factors of the whole.</summary>
    public IReadOnlyList<int> Numbers => _numbers;

    /// <summary>Multiply–adds so far, of one run among many where anything varies.</summary>
    public double Work { get; private set; }

    /// <summary>Sums out what the step says and returns the factor that is left of it.</summary>
    public Factor Eliminate(EliminationStep step)
    {
        var touched = Touched(step);
        _factors.RemoveAll(touched.Contains);
        var before = recorder.Work;
        var left = _summation.Out(step, touched) with { Varies = touched.Exists(it => it.Varies) };
        Work += (recorder.Work - before) * PriceOf(left.Varies);
        recorder.Normalize(left.Address, _summation.SizeOf(left.Axes));
        if (left.Axes.Length > 0) _factors.Add(left);
        else _numbers.Add(left.Address);
        return left;
    }

    double PriceOf(bool varies) => _isRepeated && !varies ? PriceOfFixed : 1;

    /// <summary>
    /// What a step would cost in multiply–adds, how large a table it would leave, and whether that varies.
    /// </summary>
    public (double Work, double Size, bool Varies) Estimate(EliminationStep step)
    {
        var touched = Touched(step);
        if (!step.Expand && Summation.HasTooManyTerms(step, touched))
            return (double.PositiveInfinity, double.PositiveInfinity, true);
        var trial = new Recorder(0, isTrial: true);
        var left = new Summation(stateCounts, trial).Out(step, touched);
        var varies = touched.Exists(it => it.Varies);
        return (trial.Work * PriceOf(varies), _summation.SizeOf(left.Axes), varies);
    }

    List<Factor> Touched(EliminationStep step) =>
        _factors.FindAll(it => it.Mentions(step.First) || (step.Second >= 0 && it.Mentions(step.Second)));

    /// <summary>Multiplies everything left into one table over two kept variables, the second one fastest.</summary>
    /// <returns>Its address; for twice the same variable a table over that one.</returns>
    public int TableOver(int first, int second) => _summation.Product(_factors, first, second).Address;
}
