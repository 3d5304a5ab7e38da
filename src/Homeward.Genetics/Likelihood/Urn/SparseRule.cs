namespace Homeward.Genetics.Likelihood.Urn;

/// <summary>
/// Many alleles: independent gamma-distributed amounts, divided by their sum, are Dirichlet frequencies. Of all
/// combinations of Gauss's nodes only those are taken whose levels together do not exceed half the degree, with the
/// signs that make the sum exact for every polynomial of that total degree (Smolyak 1963).
/// </summary>
sealed class SparseRule : FrequencyRule
{
    readonly int _states;
    readonly int[] _alleles;
    readonly double[] _shapes;
    readonly double _mass;
    readonly int _degree, _level;
    readonly GaussRule[][] _rules;

    /// <param name="states">Number of alleles, the absent ones included.</param>
    /// <param name="alleles">The alleles present.</param>
    /// <param name="shapes">Their Dirichlet parameters.</param>
    /// <param name="degree">Degree of the homogeneous polynomials for which it must be exact.</param>
    public SparseRule(int states, int[] alleles, double[] shapes, int degree)
    {
        (_states, _alleles, _shapes, _mass) = (states, alleles, shapes, shapes.Sum());
        (_degree, _level) = (degree, LevelFor(degree));
        _rules = Array.ConvertAll(shapes, shape =>
            Enumerable.Range(1, _level + 1).Select(count => GaussRule.Gamma(shape, count)).ToArray());
        Count = CountOf(alleles.Length, degree);
    }

    public override double Count { get; }

    public static double CountOf(int states, int degree)
    {
        var level = LevelFor(degree);
        var count = 0.0;
        for (var sum = LowestSum(level, states); sum <= level; sum++) count += Choose(sum + 2 * states - 1, sum);
        return count;
    }

    /// <summary>A rule of level i has i + 1 nodes and is exact to degree 2i + 1.</summary>
    static int LevelFor(int degree) => degree / 2;

    static int LowestSum(int level, int states) => Math.Max(0, level - states + 1);

    static double Choose(int of, int count)
    {
        var product = 1.0;
        for (var i = 1; i <= count; i++) product = product * (of - count + i) / i;
        return product;
    }

    public override IEnumerable<Subpopulation> Subpopulations()
    {
        var frequencies = new double[_states];
        // The mean of |G|^degree, in units of the mass, which amounts have beyond frequencies.
        var amount = 1.0;
        for (var i = 0; i < _degree; i++) amount *= (_mass + i) / _mass;
        for (var sum = LowestSum(_level, _alleles.Length); sum <= _level; sum++)
        {
            var times = Choose(_alleles.Length - 1, _level - sum) * ((_level - sum) % 2 == 0 ? 1 : -1) / amount;
            var levels = new int[_alleles.Length];
            levels[0] = sum;
            do
                foreach (var weight in Grid(levels, frequencies))
                    yield return new(frequencies, times * weight);
            while (Next(levels));
        }
    }

    /// <summary>All combinations of the nodes of one level for each allele.</summary>
    IEnumerable<double> Grid(int[] levels, double[] frequencies)
    {
        int[] active = [.. Enumerable.Range(0, levels.Length).Where(it => levels[it] > 0)];
        var still = 0.0;
        for (var i = 0; i < levels.Length; i++)
            if (levels[i] == 0) still += _shapes[i];
        var node = new int[active.Length];
        while (true)
        {
            var (total, weight) = (still, 1.0);
            for (var i = 0; i < active.Length; i++)
            {
                var rule = _rules[active[i]][levels[active[i]]];
                total += rule.Nodes[node[i]];
                weight *= rule.Weights[node[i]];
            }
            for (var i = 0; i < levels.Length; i++)
                if (levels[i] == 0) frequencies[_alleles[i]] = _shapes[i] / total;
            for (var i = 0; i < active.Length; i++)
                frequencies[_alleles[active[i]]] = _rules[active[i]][levels[active[i]]].Nodes[node[i]] / total;
            yield return weight * Math.Pow(total / _mass, _degree);
            var next = 0;
            while (next < node.Length && ++node[next] > levels[active[next]]) node[next++] = 0;
            if (next == node.Length) yield break;
        }
    }

    /// <summary>The next way to write the same sum.</summary>
    static bool Next(int[] parts)
    {
        var first = Array.FindIndex(parts, it => it > 0);
        if (first < 0 || first == parts.Length - 1) return false;
        var moved = parts[first];
        parts[first] = 0;
        parts[0] = moved - 1;
        parts[first + 1]++;
        return true;
    }
}
