namespace Homeward.Genetics.Mutation;

/// <summary>The frequencies π that a mutation matrix carries over unchanged: π·M = π, Σπ = 1.</summary>
static class StationaryDistribution
{
    /// <returns>Null when the alleles fall into parts that never mutate into one another: π is not unique.</returns>
    public static double[]? Of(double[] cells, int size)
    {
        // The alleles that every allele can end in; the others die out and get 0.
        var recurrent = Enumerable.Range(0, size).Where(i => EveryAlleleReaches(i, cells, size)).ToArray();
        if (recurrent.Length == 0) return null;
        var inner = new double[recurrent.Length, recurrent.Length];
        for (var i = 0; i < recurrent.Length; i++)
            for (var j = 0; j < recurrent.Length; j++) inner[i, j] = cells[recurrent[i] * size + recurrent[j]];
        var reduced = StateReduction(inner);
        var result = new double[size];
        for (var i = 0; i < recurrent.Length; i++) result[recurrent[i]] = reduced[i];
        return result;
    }

    static bool EveryAlleleReaches(int target, double[] cells, int size)
    {
        var reaches = new bool[size];
        var open = new Stack<int>([target]);
        reaches[target] = true;
        while (open.TryPop(out var to))
            for (var from = 0; from < size; from++)
                if (!reaches[from] && cells[from * size + to] > 0)
                {
                    reaches[from] = true;
                    open.Push(from);
                }
        return Array.TrueForAll(reaches, it => it);
    }

    /// <summary>Removes one state after the other without a single subtraction, so that nothing cancels.</summary>
    /// <remarks>Grassmann, Taksar &amp; Heyman (1985), Operations Research 33:1107–1116.</remarks>
    static double[] StateReduction(double[,] m)
    {
        var size = m.GetLength(0);
        for (var k = size - 1; k > 0; k--)
        {
            var leaving = 0.0;
            for (var j = 0; j < k; j++) leaving += m[k, j];
            for (var i = 0; i < k; i++)
            {
                m[i, k] /= leaving;
                for (var j = 0; j < k; j++) m[i, j] += m[i, k] * m[k, j];
            }
        }
        var weights = new double[size];
        weights[0] = 1;
        for (var k = 1; k < size; k++)
            for (var i = 0; i < k; i++) weights[k] += weights[i] * m[i, k];
        var sum = weights.Sum();
        return [.. weights.Select(it => it / sum)];
    }
}
