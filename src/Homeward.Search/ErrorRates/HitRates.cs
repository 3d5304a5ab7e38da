namespace Homeward.Search.ErrorRates;

/// <summary>How often true pairs reach a limit.</summary>
public sealed class HitRates
{
    readonly double[] _totals;                                   // ascending
    readonly double[] _weights;                                  // sums of 1/LR, from here on up

    /// <param name="totals">log10 LRs of true pairs, ascending.</param>
    public HitRates(double[] totals)
    {
        (_totals, _weights) = (totals, new double[totals.Length + 1]);
        for (var i = totals.Length - 1; i >= 0; i--) _weights[i] = _weights[i + 1] + Math.Pow(10, -totals[i]);
    }

    public double Median => _totals[_totals.Length / 2];

    /// <summary>Share of true pairs that reach a limit.</summary>
    public Estimate At(double log10) => Estimate.OfShare(_totals.Length - FirstAt(log10), _totals.Length);

    /// <summary>
    /// Share of true pairs that reach a limit with their margin over every one of so many unrelated families of the
    /// same type.
    /// </summary>
    /// <remarks>
    /// An unrelated pair has these profiles 1/LR times as often as a true one, so the true pairs over a limit, each
    /// weighed with 1/LR, count the unrelated ones over it.
    /// </remarks>
    /// <param name="log10">The limit.</param>
    /// <param name="margin">log10 of the LR over that of the next family, at least.</param>
    /// <param name="families">Unrelated families searched beside the true one.</param>
    public Estimate StrongAt(double log10, double margin, double families)
    {
        var sum = 0.0;
        for (var i = FirstAt(log10); i < _totals.Length; i++)
        {
            // Nobody of them comes so near: a Poisson number of those that do, being 0.
            var expected = families * _weights[FirstAt(_totals[i] - margin)] / _totals.Length;
            sum += Math.Exp(-expected);
        }
        return Estimate.OfShare(sum, _totals.Length);
    }

    /// <summary>The first total that reaches a limit.</summary>
    int FirstAt(double log10)
    {
        var (low, high) = (0, _totals.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_totals[middle] < log10) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
