using Homeward.Genetics.Primitives;

namespace Homeward.Genetics.Likelihood.Elimination;

/// <summary>Sums variables out of a product of factors.</summary>
/// <remarks>
/// Mixture axes (<see cref="Axis"/>) are split into the parts that draw from the variables and the rest, which keeps
/// the tables of a family at the size of its gametes. docs/math/likelihood.md works an example. The first labels of
/// every calculation are the variables that are summed out, the others are the axes of the result.
/// </remarks>
sealed class Summation(int[] stateCounts, Recorder recorder)
{
    const int MostTerms = 256;                                   // beyond this plain tables are cheaper
    const int MostLabels = 32;                                   // bits of a label set
    static readonly View One = new(Recorder.One, new int[MostLabels]);

    /// <summary>Sums out one variable, or the two alleles of one person together.</summary>
    /// <param name="step">Which, and how.</param>
    /// <param name="touched">All factors that mention them.</param>
    public Factor Out(EliminationStep step, List<Factor> touched)
    {
        if (step.Expand) touched = touched.ConvertAll(Expanded);
        int[] variables = step.Second < 0 ? [step.First] : [step.First, step.Second];
        return (step.Second < 0 ? Chain(step.First, touched) : null) ?? Split(variables, touched);
    }

    /// <summary>Whether splitting would multiply out into too many terms.</summary>
    public static bool HasTooManyTerms(EliminationStep step, List<Factor> touched)
    {
        var terms = 1;
        foreach (var factor in touched)
            foreach (var axis in factor.Axes)
            {
                if (axis.Plain >= 0) continue;
                var parts = (axis.Mentions(step.First) ? 1 : 0) + (axis.Mentions(step.Second) ? 1 : 0);
                if (parts > 0 && (terms *= parts + 1) > MostTerms) return true;
            }
        return false;
    }

    public double SizeOf(IEnumerable<Axis> axes) => axes.Aggregate(1.0, (size, axis) => size * LengthOf(axis));

    /// <summary>
    /// A variable that is drawn from a distribution T and read by one mixture axis: Σ_v T(v|x)·(H(v) + H(rest)) is
    /// (T·H)(x) + H(rest), because T sums to 1, and so is again one mixture axis, over x and the rest. Null if not so.
    /// </summary>
    Factor? Chain(int variable, List<Factor> touched)
    {
        if (touched.Count != 2) return null;
        var which = touched.FindIndex(it => it.SumsToOneOver == variable);
        if (which < 0) return null;
        var (draw, user) = (touched[which], touched[1 - which]);
        var at = Array.FindIndex(user.Axes, it => it.Mentions(variable));
        if (Array.FindLastIndex(user.Axes, it => it.Mentions(variable)) != at) return null;
        if (user.Axes[at].Without([variable], out var firstSegment) is not { } rest) return null;

        var origin = Array.Find(draw.Axes, it => it.Plain != variable);
        Axis[] axes = [origin is null ? rest : origin.Then(rest), .. user.Axes.Where((_, axis) => axis != at)];
        var result = Take(axes);

        // Labels: 0 the variable, 1 the joined axis, then the user's other axes.
        var lengths = new int[axes.Length + 1];
        for (var axis = 1; axis < axes.Length; axis++) lengths[axis + 1] = LengthOf(axes[axis]);
        int OfUser(int axis, int atLabel) => axis == at ? atLabel : axis < at ? axis + 2 : axis + 1;
        var sum = ViewOf(result, axis => (Array.IndexOf(axes, result.Axes[axis]) + 1, 0), lengths.Length);
        var share = origin is null ? 1.0 / rest.Origins.Count : 1;     // without an origin, a constant: see AddTerm
        (lengths[0], lengths[1]) = (stateCounts[variable], LengthOf(origin ?? rest));
        var drawn = ViewOf(draw, axis => (draw.Axes[axis].Plain == variable ? 0 : 1, 0), lengths.Length);
        foreach (var read in user.Axes[at].Origins)
        {
            if (read.Variable != variable) continue;
            var used = ViewOf(user, axis => (OfUser(axis, 0), axis == at ? read.Segment : 0), lengths.Length);
            recorder.MultiplyAdd([.. lengths], sum, drawn, used, share);
        }
        (lengths[0], lengths[1]) = (1, LengthOf(rest));
        var kept = ViewOf(user, axis => (OfUser(axis, 1), axis == at ? firstSegment : 0), lengths.Length);
        var behind = origin is null ? 0 : unchecked(LengthOf(origin) * sum.Strides[1]);
        recorder.MultiplyAdd([.. lengths], sum with { Address = unchecked(sum.Address + behind) }, kept, One, 1);
        return result;
    }

    /// <summary>
    /// Π_i (f_i(v) + f_i(rest)) multiplied out: one term for every way to let each mixture axis draw from a variable or
    /// from the rest; plain factors have one part only.
    /// </summary>
    Factor Split(int[] variables, List<Factor> touched)
    {
        var uses = UsesOf(variables, touched);
        var (axes, labels) = ResultAxes(variables.Length, touched, uses);
        var result = Take(axes);
        int[] lengths = [.. variables.Select(it => stateCounts[it]), .. axes.Select(LengthOf)];
        Check.That(lengths.Length <= MostLabels);
        var sum = ViewOf(
            result, axis => (Array.IndexOf(axes, result.Axes[axis]) + variables.Length, 0), lengths.Length);
        var areAlike = variables.Length == 2 && AreExchangeable(variables, touched);
        var choice = new int[uses.Count];
        do
        {
            var times = areAlike ? TimesUnderExchange(choice, uses) : 1;
            if (times == 0) continue;
            var operands = touched.Select((it, f) => OperandOf(it, f, uses, choice, labels, lengths.Length));
            AddTerm(variables.Length, lengths, axes, sum, [.. operands], times);
        }
        while (Next(choice, uses));
        return result;
    }

    /// <summary>One axis of one touched factor that mentions a variable, and the parts it can be split into.</summary>
    /// <param name="Factor">Index among the touched factors.</param>
    /// <param name="Axis">Index among that factor's axes.</param>
    /// <param name="Drawn">Which variable the axis draws from, by label, and in which segment.</param>
    /// <param name="Rest">The axis without the variables; null when nothing is left.</param>
    /// <param name="RestSegment">Segment at which the rest begins.</param>
    sealed record Use(int Factor, int Axis, (int Label, int Segment)[] Drawn, Axis? Rest, int RestSegment)
    {
        public int Parts => Drawn.Length + (Rest is null ? 0 : 1);
    }

    static List<Use> UsesOf(int[] variables, List<Factor> touched)
    {
        var uses = new List<Use>();
        for (var f = 0; f < touched.Count; f++)
            for (var a = 0; a < touched[f].Axes.Length; a++)
            {
                var axis = touched[f].Axes[a];
                var drawn = axis.Origins.Where(it => variables.Contains(it.Variable))
                    .Select(it => (Array.IndexOf(variables, it.Variable), it.Segment)).ToArray();
                if (drawn.Length == 0) continue;
                var rest = axis.Without(variables, out var restSegment);
                uses.Add(new(f, a, drawn, rest, restSegment));
            }
        return uses;
    }

    /// <summary>
    /// Two founder alleles of one person: every axis draws from both alike, and so does the population.
    /// </summary>
    static bool AreExchangeable(int[] variables, List<Factor> touched)
    {
        var priors = touched.FindAll(it => it.Axes.Length == 1 && variables.Contains(it.Axes[0].Plain));
        return priors.Count == 2 && priors[0].Address == priors[1].Address &&
            touched.Except(priors).SelectMany(it => it.Axes).All(axis =>
                axis.Origins.Where(it => it.Variable == variables[0]).Select(it => it.Segment).Order().SequenceEqual(
                    axis.Origins.Where(it => it.Variable == variables[1]).Select(it => it.Segment).Order()));
    }

    /// <summary>
    /// Terms that differ by exchanging two alike variables are equal: the one that draws from the first counts twice.
    /// </summary>
    static int TimesUnderExchange(int[] choice, List<Use> uses)
    {
        for (var i = 0; i < choice.Length; i++)
        {
            if (uses[i].Parts == 1 || choice[i] == uses[i].Drawn.Length) continue;       // a prior, or the rest
            return uses[i].Drawn[choice[i]].Label == 0 ? 2 : 0;
        }
        return 1;
    }

    /// <summary>
    /// The axes left when the variables are gone, and for each axis of each factor the label it becomes.
    /// </summary>
    static (Axis[] Axes, int[][] Labels) ResultAxes(int firstLabel, List<Factor> touched, List<Use> uses)
    {
        var axes = new List<Axis>();
        var labels = new int[touched.Count][];
        for (var f = 0; f < touched.Count; f++)
        {
            labels[f] = new int[touched[f].Axes.Length];
            for (var a = 0; a < labels[f].Length; a++)
            {
                var use = uses.Find(it => it.Factor == f && it.Axis == a);
                var axis = use is null ? touched[f].Axes[a] : use.Rest;
                labels[f][a] = axis is null ? -1 : LabelOf(axis);
            }
        }
        return ([.. axes], labels);

        int LabelOf(Axis axis)
        {
            // A variable has one state at a time, so its plain axes are one; each mixture axis draws for itself.
            var same = axis.Plain < 0 ? -1 : axes.FindIndex(it => it.Plain == axis.Plain);
            if (same >= 0) return same + firstLabel;
            axes.Add(axis);
            return axes.Count - 1 + firstLabel;
        }
    }

    static bool Next(int[] choice, List<Use> uses)
    {
        for (var i = 0; i < choice.Length; i++)
        {
            if (++choice[i] < uses[i].Parts) return true;
            choice[i] = 0;
        }
        return false;
    }

    /// <summary>A factor's view in one term, with the labels it depends on.</summary>
    readonly record struct Operand(View View, uint Labels)
    {
        public bool Has(int label) => (Labels >> label & 1) != 0;
    }

    Operand OperandOf(Factor factor, int f, List<Use> uses, int[] choice, int[][] labels, int labelCount)
    {
        var seen = 0u;
        var view = ViewOf(factor, Place, labelCount);
        return new(view, seen);

        (int, int) Place(int axis)
        {
            var i = uses.FindIndex(it => it.Factor == f && it.Axis == axis);
            var isDrawn = i >= 0 && choice[i] < uses[i].Drawn.Length;
            var (label, segment) = isDrawn ? uses[i].Drawn[choice[i]]
                : (labels[f][axis], i < 0 ? 0 : uses[i].RestSegment);
            seen |= 1u << label;
            return (label, segment);
        }
    }

    void AddTerm(int variableCount, int[] lengths, Axis[] axes, View sum, List<Operand> operands, double times)
    {
        // The sums over the variables first: what does not draw from them stays outside.
        for (var variable = 0; variable < variableCount; variable++)
            SumOver(variable, variableCount, lengths, operands);
        while (operands.Count > 2) MergeSmallest(lengths, operands);
        var second = operands.Count > 1 ? operands[1] : new(One, 0);
        // The term is constant along the labels it lacks. A mixture axis adds up its origins, so each gets its share.
        var present = operands[0].Labels | second.Labels;
        for (var axis = 0; axis < axes.Length; axis++)
            if ((present >> axis + variableCount & 1) == 0) times /= axes[axis].Origins.Count;
        var termLengths = (int[])lengths.Clone();
        for (var variable = 0; variable < variableCount; variable++)
            if ((present >> variable & 1) == 0) termLengths[variable] = 1;
        recorder.MultiplyAdd(termLengths, sum, operands[0].View, second.View, times);
    }

    /// <summary>Multiplies what depends on a variable and sums it out, unless that is all there is.</summary>
    void SumOver(int variable, int variableCount, int[] lengths, List<Operand> operands)
    {
        var drawn = operands.FindAll(it => it.Has(variable));
        Check.That(drawn.Count > 0 || variable > 0);             // every variable has a distribution of its own
        if (drawn.Count == 0) return;
        operands.RemoveAll(it => it.Has(variable));
        while (drawn.Count > 2) MergeSmallest(lengths, drawn);
        if (operands.Count == 0 && variable == variableCount - 1)
        {
            operands.AddRange(drawn);
            return;
        }
        var second = drawn.Count > 1 ? drawn[1] : new(One, 0);
        operands.Add(Multiplied(lengths, drawn[0], second, (drawn[0].Labels | second.Labels) & ~(1u << variable)));
    }

    void MergeSmallest(int[] lengths, List<Operand> operands)
    {
        operands.Sort((a, b) => SizeOf(lengths, a.Labels).CompareTo(SizeOf(lengths, b.Labels)));
        var merged = Multiplied(lengths, operands[0], operands[1], operands[0].Labels | operands[1].Labels);
        operands.RemoveRange(0, 2);
        operands.Add(merged);
    }

    /// <summary>left × right over the labels of the result, summed over the rest.</summary>
    Operand Multiplied(int[] lengths, Operand left, Operand right, uint resultLabels)
    {
        var all = left.Labels | right.Labels;
        var used = new int[lengths.Length];
        var strides = new int[lengths.Length];
        var size = 1;
        // The longest label last, and so side by side.
        foreach (var label in Enumerable.Range(0, lengths.Length).Reverse().OrderByDescending(it => lengths[it]))
        {
            used[label] = (all >> label & 1) != 0 ? lengths[label] : 1;
            if ((resultLabels >> label & 1) == 0) continue;
            strides[label] = size;
            size = unchecked(size * lengths[label]);             // a trial may be larger than any arena
        }
        var product = new View(recorder.Take(SizeOf(lengths, resultLabels)), strides);
        recorder.MultiplyAdd(used, product, left.View, right.View, 1);
        return new(product, resultLabels);
    }

    static double SizeOf(int[] lengths, uint labels)
    {
        var size = 1.0;
        for (var label = 0; label < lengths.Length; label++)
            if ((labels >> label & 1) != 0) size *= lengths[label];
        return size;
    }

    /// <summary>The same factor with plain axes only.</summary>
    public Factor Expanded(Factor factor)
    {
        if (Array.TrueForAll(factor.Axes, it => it.Plain >= 0)) return factor;
        var variables = factor.Axes.SelectMany(it => it.Origins).Select(it => it.Variable).Distinct().ToArray();
        var result = Take(Array.ConvertAll(variables, it => Axis.Of(it)));
        AddEveryOrigin(factor, result, variables);
        return result;
    }

    void AddEveryOrigin(Factor factor, Factor result, int[] variables)
    {
        var lengths = Array.ConvertAll(variables, it => stateCounts[it]);
        var sum = ViewOf(result, axis => (Array.IndexOf(variables, result.Axes[axis].Plain), 0), lengths.Length);
        var origin = new int[factor.Axes.Length];
        while (true)
        {
            var view = ViewOf(factor, Place, lengths.Length);
            recorder.MultiplyAdd(lengths, sum, view, One, 1);
            var axis = 0;
            while (axis < origin.Length && ++origin[axis] == factor.Axes[axis].Origins.Count) origin[axis++] = 0;
            if (axis == origin.Length) return;
        }

        (int, int) Place(int axis)
        {
            var from = factor.Axes[axis].Origins[origin[axis]];
            return (Array.IndexOf(variables, from.Variable), from.Segment);
        }
    }

    /// <summary>The product of factors over one or two variables, as one plain table.</summary>
    public Factor Product(IEnumerable<Factor> factors, int first, int second)
    {
        int[] variables = first == second ? [first] : [first, second];
        var lengths = Array.ConvertAll(variables, it => stateCounts[it]);
        var product = new Factor([], Recorder.One);
        foreach (var factor in factors)
        {
            var next = Take(Array.ConvertAll(variables, it => Axis.Of(it)));
            recorder.MultiplyAdd(lengths, Seen(next), Seen(product), Seen(Expanded(factor)), 1);
            product = next;
        }
        return product;

        View Seen(Factor factor) =>
            ViewOf(factor, axis => (Array.IndexOf(variables, factor.Axes[axis].Plain), 0), variables.Length);
    }

    int LengthOf(Axis axis) => axis.Segments * stateCounts[axis.Representative];

    /// <summary>Room for a table, its longest axis last: so that rows are long.</summary>
    Factor Take(Axis[] axes) => new([.. axes.OrderBy(LengthOf)], recorder.Take(SizeOf(axes)));

    /// <summary>A factor seen through labels; each axis says its label and the segment at which it begins.</summary>
    View ViewOf(Factor factor, Func<int, (int Label, int Segment)> place, int labelCount)
    {
        var strides = new int[labelCount];
        var (address, stride) = (factor.Address, 1);
        for (var axis = factor.Axes.Length - 1; axis >= 0; axis--)
        {
            var (label, segment) = place(axis);
            unchecked                                            // a trial may be larger than any arena
            {
                strides[label] += stride;
                address += segment * stateCounts[factor.Axes[axis].Representative] * stride;
                stride *= LengthOf(factor.Axes[axis]);
            }
        }
        return new(address, strides);
    }
}
