namespace Homeward.Genetics.Likelihood.Urn;

/// <summary>
/// Few alleles: a stick of length 1 is broken at a beta-distributed place for each allele in turn, and at each break
/// Gauss's nodes are taken. All weights are positive.
/// </summary>
sealed class StickRule : FrequencyRule
{
    readonly int _states;
    readonly int[] _alleles;
    readonly GaussRule[] _breaks;

    /// <param name="states">Number of alleles, the absent ones included.</param>
    /// <param name="alleles">The alleles present.</param>
    /// <param name="shapes">Their Dirichlet parameters.</param>
    /// <param name="degree">Degree of the polynomials for which it must be exact.</param>
    public StickRule(int states, int[] alleles, double[] shapes, int degree)
    {
        _states = states;
        // The rarest first and the commonest as what is left: so that small frequencies are not differences.
        int[] order = [.. Enumerable.Range(0, alleles.Length).OrderBy(it => shapes[it])];
        _alleles = Array.ConvertAll(order, it => alleles[it]);
        _breaks = new GaussRule[order.Length - 1];
        var rest = shapes.Sum();
        for (var i = 0; i < _breaks.Length; i++)
        {
            rest -= shapes[order[i]];
            _breaks[i] = GaussRule.Beta(shapes[order[i]], rest, NodesFor(degree));
        }
        Count = CountOf(alleles.Length, degree);
    }

    public override double Count { get; }

    public static double CountOf(int states, int degree) => Math.Pow(NodesFor(degree), states - 1);

    static int NodesFor(int degree) => degree / 2 + 1;

    public override IEnumerable<Subpopulation> Subpopulations()
    {
        var frequencies = new double[_states];
        var node = new int[_breaks.Length];
        while (true)
        {
            var (left, weight) = (1.0, 1.0);
            for (var i = 0; i < node.Length; i++)
            {
                var part = _breaks[i].Nodes[node[i]];
                frequencies[_alleles[i]] = left * part;
                left *= 1 - part;
                weight *= _breaks[i].Weights[node[i]];
            }
            frequencies[_alleles[^1]] = left;
            yield return new(frequencies, weight);
            var next = 0;
            while (next < node.Length && ++node[next] == _breaks[next].Nodes.Length) node[next++] = 0;
            if (next == node.Length) yield break;
        }
    }
}
