using Homeward.Genetics.Primitives;

namespace Homeward.Genetics.Likelihood.Elimination;

/// <summary>
/// One origin that an axis may have: a variable, and the segment of the axis that the variable's states index.
/// </summary>
readonly record struct Origin(int Variable, int Segment);

/// <summary>
/// One index of a <see cref="Factor"/>. A plain axis belongs to one variable. An axis with several origins stands for a
/// sum: the factor's value is the sum, over the origins, of the cell that the origin's state indexes. A gamete is drawn
/// from either allele of a parent, so its table has one such axis, and no table over both alleles is ever needed.
/// </summary>
/// <remarks>Segments lie one behind the other; all variables of an axis have the same number of states.</remarks>
sealed class Axis
{
    readonly Origin[] _origins;

    Axis(Origin[] origins, int segments) => (_origins, Segments) = (origins, segments);

    public static Axis Of(int variable) => new([new(variable, 0)], 1);

    /// <summary>Two origins that index the same cells: the two alleles of one parent.</summary>
    public static Axis Of(int first, int second) => new([new(first, 0), new(second, 0)], 1);

    public IReadOnlyList<Origin> Origins => _origins;
    public int Segments { get; }

    /// <summary>The variable of a plain axis; −1 for an axis of several origins.</summary>
    public int Plain => _origins.Length == 1 ? _origins[0].Variable : -1;

    /// <summary>Any variable of the axis: they all have the same number of states.</summary>
    public int Representative => _origins[0].Variable;

    public bool Mentions(int variable)
    {
        foreach (var origin in _origins)
            if (origin.Variable == variable) return true;
        return false;
    }

    /// <summary>The axis without some variables, cut to the segments still in use; null when nothing is left.</summary>
    /// <param name="variables">Those to leave out.</param>
    /// <param name="firstSegment">The segment of this axis at which the result begins.</param>
    public Axis? Without(int[] variables, out int firstSegment)
    {
        firstSegment = 0;
        var left = Array.FindAll(_origins, it => !variables.Contains(it.Variable));
        if (left.Length == 0) return null;
        var (first, last) = (left.Min(it => it.Segment), left.Max(it => it.Segment));
        firstSegment = first;
        return new([.. left.Select(it => it with { Segment = it.Segment - first })], last - first + 1);
    }

    /// <summary>This axis and another one behind it, as one axis: the sum of two factors.</summary>
    public Axis Then(Axis next) =>
        new([.. _origins, .. next._origins.Select(it => it with { Segment = it.Segment + Segments })],
            Segments + next.Segments);

    /// <summary>The same axis after variables were renamed, as when two founder alleles are one by descent.</summary>
    public Axis Renamed(IReadOnlyList<int> names)
    {
        Check.That(_origins.Length > 0);
        return new([.. _origins.Select(it => it with { Variable = names[it.Variable] })], Segments);
    }
}
