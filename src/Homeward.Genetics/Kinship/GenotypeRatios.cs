using Homeward.Genetics.Likelihood;
using Homeward.Genetics.Primitives;
using Homeward.Genetics.Profiles;

namespace Homeward.Genetics.Kinship;

/// <summary>
/// At one marker, log10 LR of "the child is the missing member" over "unrelated" for every genotype that the child
/// could have, from two exact tables.
/// </summary>
public sealed class GenotypeRatios
{
    readonly MarkerLadder _ladder;
    readonly double[] _claim, _unrelated;
    readonly double _shift;                                      // log10 between the scales of the two tables
    readonly bool _isSingle;

    /// <param name="claim">The pedigree with the child in it, untyped.</param>
    /// <param name="claimChild">The child's index there.</param>
    /// <param name="unrelated">The same profiles with the child unrelated.</param>
    /// <param name="unrelatedChild">The child's index there.</param>
    /// <param name="marker">Canonical name.</param>
    /// <param name="ladder">The marker's ladder, every allele of the profiles on it.</param>
    /// <param name="theta">Coancestry.</param>
    public GenotypeRatios(
        Hypothesis claim,
        int claimChild,
        Hypothesis unrelated,
        int unrelatedChild,
        string marker,
        MarkerLadder ladder,
        Theta theta)
    {
        _ladder = ladder;
        (_claim, var claimScale) = Table(claim, claimChild);
        (_unrelated, var unrelatedScale) = Table(unrelated, unrelatedChild);
        _shift = (claimScale - unrelatedScale) * Math.Log10(2);
        _isSingle = _claim.Length == ladder.Model.StateCount;
        Largest = LargestRatio();

        (double[], long) Table(Hypothesis hypothesis, int child) => hypothesis.Likelihood.Table(
            ladder.Model, hypothesis.Readings(marker, ladder), child, theta, hypothesis.DropOuts);
    }

    /// <summary>The largest log10 LR of any genotype on the ladder, and so of any incomplete reading too.</summary>
    /// <remarks>An incomplete reading is a mixture of genotypes: its LR is an average of theirs.</remarks>
    public double Largest { get; }

    /// <summary>
    /// log10 LR of a complete reading without drop-out; −∞ is an exclusion or a genotype that this sex cannot have.
    /// </summary>
    public double Log10(Genotype genotype)
    {
        Check.That(!genotype.IsOneKnown);
        var (x, y) = (_ladder.IndexOf(genotype.Low), _ladder.IndexOf(genotype.High));
        if (_isSingle) return x == y ? Ratio(_claim[x], _unrelated[x]) : double.NegativeInfinity;
        if (x != y || !_ladder.Model.HasSilent) return RatioOf(x, y);
        // An observed homozygote may carry one silent allele.
        var silent = _ladder.Model.VisibleCount;
        return Ratio(Sum(_claim, x, y) + Sum(_claim, x, silent), Sum(_unrelated, x, y) + Sum(_unrelated, x, silent));
    }

    double LargestRatio()
    {
        var count = _ladder.Model.StateCount;
        var largest = 0.0;
        for (var x = 0; x < count; x++)
            for (var y = _isSingle ? x : 0; y <= x; y++)
            {
                var (claim, unrelated) = _isSingle
                    ? (_claim[x], _unrelated[x])
                    : (Sum(_claim, x, y), Sum(_unrelated, x, y));
                if (unrelated > 0) largest = Math.Max(largest, claim / unrelated);
            }
        return Math.Log10(largest) + _shift;
    }

    double RatioOf(int x, int y) =>
        _isSingle ? Ratio(_claim[x], _unrelated[x]) : Ratio(Sum(_claim, x, y), Sum(_unrelated, x, y));

    double Sum(double[] table, int x, int y)
    {
        var count = _ladder.Model.StateCount;
        return x == y ? table[x * count + x] : table[x * count + y] + table[y * count + x];
    }

    double Ratio(double claim, double unrelated) =>
        claim == 0 || unrelated == 0 ? double.NegativeInfinity : Math.Log10(claim / unrelated) + _shift;
}
