using System.Collections.Concurrent;
using Homeward.Genetics.Mutation;
using Homeward.Genetics.Primitives;

namespace Homeward.Genetics.Likelihood;

/// <summary>
/// Everything that a likelihood needs to know of one marker: frequencies and transition probabilities.
/// </summary>
/// <remarks>
/// States 0 to n−1 are the visible alleles; a silent allele, where there is one, is state n. It never mutates and
/// nothing mutates into it. Frequencies, the silent one included, sum to 1.
/// </remarks>
public sealed class MarkerModel
{
    readonly double[] _founder, _male, _female;
    MarkerModel? _mendelOnly;

    /// <param name="name">Free text, echoed in results.</param>
    /// <param name="isX">True for a marker of the X chromosome.</param>
    /// <param name="frequencies">Of the visible alleles; with the silent frequency they sum to 1 within 1e-6.</param>
    /// <param name="silentFrequency">0 when there is no silent allele.</param>
    /// <param name="male">Transitions in a father's meiosis, visible alleles only.</param>
    /// <param name="female">Transitions in a mother's meiosis.</param>
    public MarkerModel(
        string name,
        bool isX,
        IReadOnlyList<double> frequencies,
        double silentFrequency,
        MutationMatrix male,
        MutationMatrix female)
    {
        Check.That(frequencies.Count > 0 && male.Size == frequencies.Count && female.Size == frequencies.Count);
        Check.That(silentFrequency is >= 0 and < 1);
        Check.That(Math.Abs(frequencies.Sum() + silentFrequency - 1) < 1e-6);
        (Name, IsX, VisibleCount, SilentFrequency) = (name, isX, frequencies.Count, silentFrequency);
        HasSilent = silentFrequency > 0;
        StateCount = VisibleCount + (HasSilent ? 1 : 0);
        _founder = HasSilent ? [.. frequencies, silentFrequency] : [.. frequencies];
        _male = WithSilent(male);
        _female = ReferenceEquals(male, female) ? _male : WithSilent(female);
        (MaleGamete, FemaleGamete) = (Gamete(_male), Gamete(_female));
    }

    public string Name { get; }
    public bool IsX { get; }

    /// <summary>Number of visible alleles, n.</summary>
    public int VisibleCount { get; }

    public double SilentFrequency { get; }
    public bool HasSilent { get; }

    /// <summary>n, or n + 1 with a silent allele.</summary>
    public int StateCount { get; }

    /// <summary>Frequency of each state in the population.</summary>
    public ReadOnlySpan<double> Founder => _founder;

    /// <summary>The marker with unseen alleles taken together, by the set of those seen.</summary>
    internal ConcurrentDictionary<ulong, LumpedMarker> Lumped { get; } = [];

    /// <summary>Transitions of a father's or a mother's meiosis, StateCount × StateCount, row after row.</summary>
    internal double[] Transitions(bool male) => male ? _male : _female;

    /// <summary>Distribution of the allele that a random, untyped founder passes on.</summary>
    internal double[] MaleGamete { get; }
    internal double[] FemaleGamete { get; }

    /// <summary>The same marker without mutation.</summary>
    internal MarkerModel WithoutMutation()
    {
        var identity = MutationMatrix.Identity(VisibleCount);
        return new(Name, IsX, _founder.AsSpan(0, VisibleCount).ToArray(), SilentFrequency, identity, identity);
    }

    /// <summary>Without mutation and without silent alleles; asked for at every marker of every candidate.</summary>
    internal MarkerModel WithMendelOnly() => _mendelOnly ??= MendelOnly();

    MarkerModel MendelOnly()
    {
        var identity = MutationMatrix.Identity(VisibleCount);
        var scale = 1 / (1 - SilentFrequency);
        var visible = _founder.AsSpan(0, VisibleCount).ToArray();
        return new(Name, IsX, Array.ConvertAll(visible, it => it * scale), 0, identity, identity);
    }

    double[] WithSilent(MutationMatrix visible)
    {
        if (!HasSilent) return visible.Cells.ToArray();
        var cells = new double[StateCount * StateCount];
        for (var i = 0; i < VisibleCount; i++) visible.Row(i).CopyTo(cells.AsSpan(i * StateCount));
        cells[^1] = 1;
        return cells;
    }

    double[] Gamete(double[] transitions)
    {
        var gamete = new double[StateCount];
        for (var from = 0; from < StateCount; from++)
            for (var to = 0; to < StateCount; to++)
                gamete[to] += _founder[from] * transitions[from * StateCount + to];
        return gamete;
    }
}
