namespace Homeward.Genetics.Likelihood.Elimination;

/// <summary>In which order, and how, the variables of a network are summed out.</summary>
/// <param name="Steps">Each variable with the way of <see cref="Network.Eliminate"/>.</param>
/// <param name="Work">Multiply–adds expected.</param>
sealed record Plan(IReadOnlyList<(int Variable, bool Expand)> Steps, double Work)
{
    /// <summary>The cheaper of two greedy orders. Any order gives the same number; only the work differs.</summary>
    /// <param name="factors">The factors.</param>
    /// <param name="stateCounts">States of each variable.</param>
    /// <param name="variables">Those to sum out.</param>
    public static Plan For(IReadOnlyList<Factor> factors, int[] stateCounts, IReadOnlyList<int> variables)
    {
        var bySize = Greedy(factors, stateCounts, variables, (work, size) => size + work * 1e-9);
        var byWork = Greedy(factors, stateCounts, variables, (work, size) => work + size * 1e-9);
        return bySize.Work <= byWork.Work ? bySize : byWork;
    }

    static Plan Greedy(
        IReadOnlyList<Factor> factors,
        int[] stateCounts,
        IReadOnlyList<int> variables,
        Func<double, double, double> price)
    {
        var network = new Network(factors, stateCounts, new Recorder(0));
        var open = variables.ToList();
        var prices = new Dictionary<int, (double Price, bool Expand)>();
        var steps = new List<(int, bool)>();
        while (open.Count > 0)
        {
            foreach (var variable in open)
                if (!prices.ContainsKey(variable)) prices[variable] = Cheaper(network, variable, price);
            var next = open.MinBy(it => prices[it].Price);
            var left = network.Eliminate(next, prices[next].Expand);
            steps.Add((next, prices[next].Expand));
            open.Remove(next);
            foreach (var variable in open)
                if (left.Mentions(variable)) prices.Remove(variable);
        }
        return new(steps, network.Work);
    }

    static (double Price, bool Expand) Cheaper(Network network, int variable, Func<double, double, double> price)
    {
        var (splitWork, splitSize) = network.Estimate(variable, expand: false);
        var (expandWork, expandSize) = network.Estimate(variable, expand: true);
        var (split, expand) = (price(splitWork, splitSize), price(expandWork, expandSize));
        return expand < split ? (expand, true) : (split, false);
    }
}
