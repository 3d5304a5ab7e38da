namespace Homeward.Genetics.Mutation;

/// <summary>The probabilities of mutating, model by model: cells off the diagonal, row = parental allele.</summary>
/// <remarks>Statement, papers and worked examples: docs/math/mutation.md.</remarks>
static class Mutations
{
    /// <summary>rate / (n − 1) to each other allele.</summary>
    public static void Equal(double[] cells, int size, double rate)
    {
        for (var i = 0; i < size; i++)
            for (var j = 0; j < size; j++)
                if (j != i) cells[i * size + j] = rate / (size - 1);
    }

    /// <summary>a·q[j] with q = p/s, s = Σp, a = rate / (s·Σ q(1 − q)): overall, Σ p[i]·(1 − M[i][i]) = rate.</summary>
    /// <remarks>The silent allele, with its share 1 − s, counts towards the overall rate and never mutates.</remarks>
    /// <returns>False when there are alleles to mutate to, but none has a frequency that lets it be reached.</returns>
    public static bool TryProportional(double[] cells, IReadOnlyList<double> p, double rate)
    {
        var size = p.Count;
        if (size == 1 || rate == 0) return true;
        var s = p.Sum();
        var heterozygosity = p.Sum(it => it / s * ((s - it) / s));
        if (!(heterozygosity > 0)) return false;
        var a = rate / (s * heterozygosity);
        for (var i = 0; i < size; i++)
            for (var j = 0; j < size; j++)
                if (j != i) cells[i * size + j] = a * (p[j] / s);
        return true;
    }

    /// <summary>
    /// Inside the group of alleles with the same fraction of a repeat, range^k to those k repeats away, scaled to rate
    /// together; to all alleles of other groups rate2 together, equally.
    /// </summary>
    public static void Stepwise(double[] cells, int[] tenths, MutationModel.Stepwise model)
    {
        var size = tenths.Length;
        for (var i = 0; i < size; i++)
        {
            var group = Others(tenths, i, it => it % 10 == tenths[i] % 10);
            var outside = Others(tenths, i, it => it % 10 != tenths[i] % 10);
            foreach (var j in outside) cells[i * size + j] = model.Rate2 / outside.Count;
            if (group.Count == 0) continue;

            int Repeats(int j) => Math.Abs(tenths[j] - tenths[i]) / 10;
            // Counted from the likeliest step, so that an extreme range neither underflows nor overflows.
            var likeliest = model.Range < 1 ? group.Min(Repeats) : group.Max(Repeats);
            var sum = group.Sum(j => Math.Pow(model.Range, Repeats(j) - likeliest));
            foreach (var j in group)
                cells[i * size + j] = model.Rate * Math.Pow(model.Range, Repeats(j) - likeliest) / sum;
        }
    }

    /// <summary>The rate shared equally among the alleles exactly one repeat longer or shorter.</summary>
    public static void OneStep(double[] cells, int[] tenths, double rate)
    {
        for (var i = 0; i < tenths.Length; i++)
        {
            var neighbours = Others(tenths, i, it => Math.Abs(it - tenths[i]) == 10);
            foreach (var j in neighbours) cells[i * tenths.Length + j] = rate / neighbours.Count;
        }
    }

    static List<int> Others(int[] tenths, int than, Func<int, bool> where) =>
        [.. Enumerable.Range(0, tenths.Length).Where(j => j != than && where(tenths[j]))];
}
