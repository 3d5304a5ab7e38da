namespace Homeward.Genetics.Likelihood.Elimination;

/// <summary>In which order, and how, the variables of a network are summed out.</summary>
/// <param name="Steps">One after the other.</param>
/// <param name="Work">Multiply–adds in all.</param>
sealed record Plan(IReadOnlyList<EliminationStep> Steps, double Work)
{
    /// <summary>The cheapest of three greedy orders. Any order gives the same number; only the work differs.</summary>
    /// <param name="factors">The factors.</param>
    /// <param name="stateCounts">States of each variable.</param>
    /// <param name="variables">Those to sum out.</param>
    /// <param name="pairs">Those of them that are two alleles of one person.</param>
    public static Plan For(
        IReadOnlyList<Factor> factors,
        int[] stateCounts,
        IReadOnlyList<int> variables,
        IReadOnlyList<(int First, int Second)> pairs)
    {
        EliminationStep[] steps = [
            .. variables.Select(it => new EliminationStep(it, -1, Expand: false)),
            .. variables.Select(it => new EliminationStep(it, -1, Expand: true)),
            .. pairs.Select(it => new EliminationStep(it.First, it.Second, Expand: false))];
        var mostStates = stateCounts.Max();
        Plan[] plans = [
            Greedy(factors, stateCounts, steps, (_, work, size) => size + work * 1e-9),
            Greedy(factors, stateCounts, steps, (_, work, size) => work + size * 1e-9),
            // Variables of few states last: they are cheap to carry along.
            Greedy(factors, stateCounts, steps,
                (step, work, size) => (stateCounts[step.First] < mostStates ? 1e9 : 1) * (size + work * 1e-9))];
        return plans.MinBy(it => it.Work)!;
    }

    static Plan Greedy(
        IReadOnlyList<Factor> factors,
        int[] stateCounts,
        EliminationStep[] possible,
        Func<EliminationStep, double, double, double> price)
    {
        var network = new Network(factors, stateCounts, new Recorder(0));
        var open = possible.ToDictionary(it => it, _ => double.NaN);
        var steps = new List<EliminationStep>();
        while (open.Count > 0)
        {
            foreach (var step in possible)
                if (open.TryGetValue(step, out var known) && double.IsNaN(known))
                {
                    var (work, size) = network.Estimate(step);
                    open[step] = price(step, work, size);
                }
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
        return new(steps, network.Work);
    }

    static bool Meets(EliminationStep step, int variable) =>
        variable >= 0 && (step.First == variable || step.Second == variable);
}
