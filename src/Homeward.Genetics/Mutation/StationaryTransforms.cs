namespace Homeward.Genetics.Mutation;

/// <summary>
/// Matrices near a given one for which the allele frequencies are stationary: p·M = p, with the same overall rate
/// Σ p[i]·(1 − M[i][i]). Only the ratios of the frequencies matter, so p may sum to less than 1.
/// </summary>
/// <remarks>Simonsson &amp; Mostad (2016), FSI Genetics 23:217–225; docs/math/mutation.md.</remarks>
static class StationaryTransforms
{
    /// <param name="transform">Which one.</param>
    /// <param name="cells">The matrix M with its diagonal.</param>
    /// <param name="p">Frequencies, all above 0.</param>
    /// <param name="result">The cells off the diagonal.</param>
    /// <returns>False when the transform leaves nothing to scale to the rate, or M keeps more than one p.</returns>
    public static bool TryApply(
        MutationTransform transform, double[] cells, IReadOnlyList<double> p, out double[] result)
    {
        var size = p.Count;
        result = new double[cells.Length];
        var rate = Enumerable.Range(0, size).Sum(i => p[i] * (1 - cells[i * size + i]));
        if (rate == 0) return true;
        var stationary = transform == MutationTransform.PM ? StationaryDistribution.Of(cells, size) : [];
        if (stationary is null) return false;

        for (var i = 0; i < size; i++)
            for (var j = 0; j < size; j++)
                if (j != i) result[i * size + j] = Cell(i, j);
        return TryScale(result, p, rate);

        double Cell(int i, int j)
        {
            if (transform == MutationTransform.PM) return stationary[i] / p[i] * cells[i * size + j];
            var x = p[i] * cells[i * size + j];
            var y = p[j] * cells[j * size + i];
            if (transform == MutationTransform.MH) return Math.Min(x, y) / p[i];
            return x + y == 0 ? 0 : x / (x + y) * y / p[i];
        }
    }

    static bool TryScale(double[] cells, IReadOnlyList<double> p, double rate)
    {
        var reached = 0.0;
        for (var i = 0; i < p.Count; i++)
            for (var j = 0; j < p.Count; j++) reached += p[i] * cells[i * p.Count + j];
        if (!(reached > 0)) return false;
        for (var i = 0; i < cells.Length; i++) cells[i] *= rate / reached;
        return true;
    }
}
