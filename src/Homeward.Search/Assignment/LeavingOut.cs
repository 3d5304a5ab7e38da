namespace Homeward.Search.Assignment;

/// <summary>
/// An upper bound on the posterior of each filling of a group, from its own weight and what its children and its family
/// have besides; and which fillings may go when a little probability in all may.
/// </summary>
/// <remarks>The bound is proven in docs/math/assignment.md.</remarks>
static class LeavingOut
{
    /// <returns>The fillings kept, in their order, and the sum of the bounds of those left out.</returns>
    /// <param name="group">A group too large as it stands.</param>
    /// <param name="budget">The sum of bounds that may go.</param>
    public static (IReadOnlyList<Filling> Kept, double Bound) Of(Group group, double budget)
    {
        var bounds = Bounds(group);
        var (isLeft, total) = (new bool[bounds.Length], 0.0);
        foreach (var i in Enumerable.Range(0, bounds.Length).OrderBy(it => bounds[it]).ThenBy(it => it))
        {
            if (total + bounds[i] > budget) break;
            (isLeft[i], total) = (true, total + bounds[i]);
        }
        return ([.. group.Fillings.Where((_, i) => !isLeft[i])], total);
    }

    internal static double[] Bounds(Group group)
    {
        // Anything above e^660 counts as that much: a bound stays a bound, and sums stay finite.
        var weights = group.LnWeights.Select(it => Math.Exp(Math.Min(it, 660))).ToArray();
        var sums = new WeightSums(group, weights);
        var factors = new Factor[group.ThingCount];
        Array.Fill(factors, new(1, -1, 1));
        for (var i = 0; i < weights.Length; i++)
        {
            if (group.ThingsOf[i] is not [var family, var child]) continue;
            // What taking this pair adds, at least, to the rest of the group without its child, without its family.
            factors[child] = factors[child].With(family, 1 + weights[i] / (1 + sums.Without(family, child)));
            factors[family] = factors[family].With(child, 1 + weights[i] / (1 + sums.Without(child, family)));
        }
        return [.. weights.Select((weight, i) => weight / Divisor(group.ThingsOf[i]))];

        double Divisor(int[] things)
        {
            var divisor = factors[things[0]].Besides(things.AsSpan(1));
            foreach (var child in things.AsSpan(1)) divisor *= factors[child].Best;
            return divisor;
        }
    }

    /// <summary>The largest factor of a thing, with whom, and the largest with anybody else.</summary>
    readonly record struct Factor(double Best, int Partner, double Second)
    {
        public Factor With(int other, double factor) =>
            other == Partner ? this with { Best = Math.Max(Best, factor) }
            : factor > Best ? new(factor, other, Best)
            : this with { Second = Math.Max(Second, factor) };

        /// <summary>A factor that needs none of these.</summary>
        public double Besides(ReadOnlySpan<int> others) =>
            !others.Contains(Partner) ? Best : others.Length == 1 ? Second : 1;
    }

    /// <summary>Sums of the weights of the fillings with one thing and without another.</summary>
    sealed class WeightSums
    {
        readonly double[] _sums;
        readonly int[] _counts;
        readonly Dictionary<(int, int), double> _both = [];

        public WeightSums(Group group, double[] weights)
        {
            (_sums, _counts) = (new double[group.ThingCount], new int[group.ThingCount]);
            for (var i = 0; i < weights.Length; i++)
            {
                var things = group.ThingsOf[i];
                foreach (var thing in things)
                {
                    _sums[thing] += weights[i];
                    _counts[thing]++;
                }
                foreach (var child in things.AsSpan(1))
                    _both[(things[0], child)] = _both.GetValueOrDefault((things[0], child)) + weights[i];
            }
        }

        /// <summary>At least the sum: what the subtraction may have lost to rounding is added again.</summary>
        public double Without(int thing, int but)
        {
            var both = _both[(Math.Min(thing, but), Math.Max(thing, but))];
            var rounding = _sums[thing] * (_counts[thing] + 1) * Math.ScaleB(1, -52);
            return Math.Max(_sums[thing] - both, 0) + rounding;
        }
    }
}
