using Homeward.Genetics.Primitives;

namespace Homeward.Genetics.Likelihood.Elimination;

/// <summary>Sums one variable out of a product of factors.</summary>
/// <remarks>
/// Mixture axes (<see cref="Axis"/>) are split into the part that draws from the variable and the rest, which keeps the
/// tables of a family at the size of its gametes. docs/math/likelihood.md works an example. Label 0 of every calculation
/// is the variable that is summed out.
/// </remarks>
sealed class Summation(int[] stateCounts, Recorder recorder)
{
    /// <summary>Beyond this many terms a split is dearer than plain tables.</summary>
    public const int MostTerms = 64;
    const int MostLabels = 32;                                 // bits of a label set
    static readonly View One = new(Recorder.One, new int[MostLabels]);

    public Factor Out(int variable, List<Factor> touched, bool expand)
    {
        if (expand) touched = touched.ConvertAll(Expanded);
        return Chain(variable, touched) ?? Split(variable, touched);
    }

    public static int TermCount(int variable, List<Factor> touched)
    {
        var terms = 1;
        foreach (var factor in touched)
            foreach (var axis in factor.Axes)
                if (axis.Plain < 0 && axis.Mentions(variable) && (terms *= 2) > MostTerms) return terms;
        return terms;
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
        if (user.Axes[at].Without(variable, out var firstSegment) is not { } rest) return null;

        var origin = Array.Find(draw.Axes, it => it.Plain != variable);
        Axis[] axes = [origin is null ? rest : origin.Then(rest), .. user.Axes.Where((_, axis) => axis != at)];
        var result = Take(axes);

        // Labels: 0 the variable, 1 the joined axis, then the user's other axes.
        var lengths = new int[axes.Length + 1];
        for (var axis = 1; axis < axes.Length; axis++) lengths[axis + 1] = LengthOf(axes[axis]);
        int OfUser(int axis, int atLabel) => axis == at ? atLabel : axis < at ? axis + 2 : axis + 1;
        var sum = ViewOf(result, axis => (axis + 1, 0), lengths.Length);
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
        var behind = origin is null ? 0 : LengthOf(origin) * sum.Strides[1];
        recorder.MultiplyAdd([.. lengths], sum with { Address = sum.Address + behind }, kept, One, 1);
        return result;
    }

    /// <summary>
    /// Π_i (f_i(v) + f_i(rest)) multiplied out: one term for every way to let each mixture axis draw from the variable or
    /// from the rest; plain factors have one part only.
    /// </summary>
    Factor Split(int variable, List<Factor> touched)
    {
        var uses = UsesOf(variable, touched);
        var (axes, labels) = ResultAxes(touched, uses);
        var result = Take(axes);
        var lengths = new int[axes.Length + 1];
        lengths[0] = stateCounts[variable];
        for (var axis = 0; axis < axes.Length; axis++) lengths[axis + 1] = LengthOf(axes[axis]);
        Check.That(lengths.Length <= MostLabels);
        var sum = ViewOf(result, axis => (axis + 1, 0), lengths.Length);

        var choice = new int[uses.Count];
        do
        {
            var (drawn, kept) = (new List<Operand>(), new List<Operand>());
            for (var f = 0; f < touched.Count; f++)
            {
                var operand = OperandOf(touched[f], f, uses, choice, labels, lengths.Length);
                (operand.Has(0) ? drawn : kept).Add(operand);
            }
            AddTerm(lengths, axes, sum, drawn, kept);
        }
        while (Next(choice, uses));
        return result;
    }

    /// <summary>One axis of one touched factor that mentions the variable, and the parts it can be split into.</summary>
    /// <param name="Factor">Index among the touched factors.</param>
    /// <param name="Axis">Index among that factor's axes.</param>
    /// <param name="Drawn">Segments in which the axis draws from the variable.</param>
    /// <param name="Rest">The axis without the variable; null when it is plain.</param>
    /// <param name="RestSegment">Segment at which the rest begins.</param>
    sealed record Use(int Factor, int Axis, int[] Drawn, Axis? Rest, int RestSegment)
    {
        public int Parts => Drawn.Length + (Rest is null ? 0 : 1);
    }

    static List<Use> UsesOf(int variable, List<Factor> touched)
    {
        var uses = new List<Use>();
        for (var f = 0; f < touched.Count; f++)
            for (var a = 0; a < touched[f].Axes.Length; a++)
            {
                var axis = touched[f].Axes[a];
                if (!axis.Mentions(variable)) continue;
                var drawn = axis.Origins.Where(it => it.Variable == variable).Select(it => it.Segment).ToArray();
                var rest = axis.Without(variable, out var restSegment);
                uses.Add(new(f, a, drawn, rest, restSegment));
            }
        return uses;
    }

    /// <summary>The axes left when the variable is gone, and for each axis of each factor the label it becomes.</summary>
    static (Axis[] Axes, int[][] Labels) ResultAxes(List<Factor> touched, List<Use> uses)
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
                labels[f][a] = axis is null ? 0 : LabelOf(axis);
            }
        }
        return ([.. axes], labels);

        int LabelOf(Axis axis)
        {
            // A variable has one state at a time, so its plain axes are one; each mixture axis draws for itself.
            var same = axis.Plain < 0 ? -1 : axes.FindIndex(it => it.Plain == axis.Plain);
            if (same >= 0) return same + 1;
            axes.Add(axis);
            return axes.Count;
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
            var label = isDrawn ? 0 : labels[f][axis];
            seen |= 1u << label;
            return (label, i < 0 ? 0 : isDrawn ? uses[i].Drawn[choice[i]] : uses[i].RestSegment);
        }
    }

    void AddTerm(int[] lengths, Axis[] axes, View sum, List<Operand> drawn, List<Operand> kept)
    {
        Check.That(drawn.Count > 0);                             // every variable has a distribution of its own
        while (drawn.Count > 2) MergeSmallest(lengths, drawn);
        if (kept.Count > 0)
        {
            // The sum over the variable first: what is kept does not depend on it.
            var total = drawn.Aggregate(0u, (all, it) => all | it.Labels) & ~1u;
            var (left, right) = (drawn[0], drawn.Count > 1 ? drawn[1] : new(One, 0));
            kept.Add(Multiplied(lengths, left, right, total));
            drawn.Clear();
        }
        var factors = drawn.Count > 0 ? drawn : kept;
        while (factors.Count > 2) MergeSmallest(lengths, factors);
        var second = factors.Count > 1 ? factors[1] : new(One, 0);
        // The term is constant along the labels it lacks. A mixture axis adds up its origins, so each gets its share.
        var present = factors[0].Labels | second.Labels;
        var share = 1.0;
        for (var axis = 0; axis < axes.Length; axis++)
            if ((present >> axis + 1 & 1) == 0) share /= axes[axis].Origins.Count;
        var termLengths = (int[])lengths.Clone();
        if (!factors[0].Has(0) && !second.Has(0)) termLengths[0] = 1;
        recorder.MultiplyAdd(termLengths, sum, factors[0].View, second.View, share);
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
        for (var label = lengths.Length - 1; label >= 0; label--)
        {
            used[label] = (all >> label & 1) != 0 ? lengths[label] : 1;
            if ((resultLabels >> label & 1) == 0) continue;
            strides[label] = size;
            size *= lengths[label];
        }
        var product = new View(recorder.Take(size), strides);
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
        var sum = ViewOf(result, axis => (axis, 0), lengths.Length);
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

    Factor Take(Axis[] axes) => new(axes, recorder.Take(SizeOf(axes)));

    /// <summary>A factor seen through labels; each axis says its label and the segment at which it begins.</summary>
    View ViewOf(Factor factor, Func<int, (int Label, int Segment)> place, int labelCount)
    {
        var strides = new int[labelCount];
        var (address, stride) = (factor.Address, 1);
        for (var axis = factor.Axes.Length - 1; axis >= 0; axis--)
        {
            var (label, segment) = place(axis);
            strides[label] += stride;
            address += segment * stateCounts[factor.Axes[axis].Representative] * stride;
            stride *= LengthOf(factor.Axes[axis]);
        }
        return new(address, strides);
    }
}
