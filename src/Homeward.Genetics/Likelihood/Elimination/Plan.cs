namespace Homeward.Genetics.Likelihood.Elimination;

/// <summary>In which order, and how, the variables of a network are summed out.</summary>
/// <param name="Steps">One after the other.</param>
/// <param name="Work">Multiply–adds in all.</param>
/// <param name="Order">The rule that found it.</param>
sealed record Plan(IReadOnlyList<EliminationStep> Steps, double Work, GreedyOrder Order)
{
    /// <summary>The cheapest of the greedy orders. Any order gives the same number; only the work differs.</summary>
    /// <param name="factors">The factors.</param>
    /// <param name="stateCounts">States of each variable.</param>
    /// <param name="variables">Those to sum out.</param>
    /// <param name="pairs">Those of them that are two alleles of one person.</param>
    /// <param name="like">A plan of nearly the same network, whose rule is used again; null to try all rules.</param>
    public static Plan For(
        IReadOnlyList<Factor> factors,
        int[] stateCounts,
        IReadOnlyList<int> variables,
        IReadOnlyList<(int First, int Second)> pairs,
        Plan? like = null)
    {
        EliminationStep[] steps = [
            .. variables.Select(it => new EliminationStep(it, -1, Expand: false)),
            .. variables.Select(it => new EliminationStep(it, -1, Expand: true)),
            .. pairs.Select(it => new EliminationStep(it.First, it.Second, Expand: false))];
        if (like is not null) return Greedy(factors, stateCounts, steps, like.Order);
        Plan[] plans = [.. Enum.GetValues<GreedyOrder>()
            .Where(it => it != GreedyOrder.VaryingLast || factors.Any(factor => factor.Varies))
            .Select(it => Greedy(factors, stateCounts, steps, it))];
        return plans.MinBy(it => it.Work)!;
    }

    static double Price(
        GreedyOrder order, bool hasFewStates, (double Work, double Size, bool Varies) step) => order switch
        {
            GreedyOrder.SmallestTable => step.Size + step.Work * 1e-9,
            GreedyOrder.LeastWork => step.Work + step.Size * 1e-9,
            GreedyOrder.FewStatesLast => (hasFewStates ? 1e9 : 1) * (step.Size + step.Work * 1e-9),
            GreedyOrder.VaryingLast => (step.Varies ? 1e9 : 1) * (step.Size + step.Work * 1e-9),
        };

    static Plan Greedy(
        IReadOnlyList<Factor> factors,
        int[] stateCounts,
        EliminationStep[] possible,
        GreedyOrder order)
    {
        var mostStates = stateCounts.Max();
        var network = new Network(factors, stateCounts, new Recorder(0, isTrial: true));
        var open = possible.ToDictionary(it => it, _ => double.NaN);
        var steps = new List<EliminationStep>();
        while (open.Count > 0)
        {
            foreach (var step in possible)
                if (open.TryGetValue(step, out var known) && double.IsNaN(known))
                    open[step] = Price(order, stateCounts[step.First] < mostStates, network.Estimate(step));
            var next = possible.Where(open.ContainsKey).MinBy(it => open[it]);
            var left = network.Eliminate(next);
            steps.Add(next);
            foreach (var step in possible)
            {
                if (Meets(step, next.First) || Meets(step, next.Second)) open.Remove(step);
                else if (open.ContainsKey(step) && (left.Mentions(step.First) || left.Mentions(step.Second)))
                    open[step] = double.NaN;
            }
        }
        return new(steps, network.Work, order);
    }

    static bool Meets(EliminationStep step, int variable) =>
        variable >= 0 && (step.First == variable || step.Second == variable);
}
