namespace Homeward.Genetics.Likelihood;

/// <summary>
/// The urn of founder alleles: Balding and Nichols (1995), drawn jointly over all founders of a hypothesis. Once the
/// alleles of the known founders have been drawn, the rest is again Balding–Nichols, with frequencies that have moved
/// towards the alleles seen. docs/math/theta.md derives both.
/// </summary>
ref struct FounderDraw(MarkerModel marker, Theta theta, Span<int> room)
{
    readonly Span<int> _drawn = room;

    /// <summary>Alleles drawn so far.</summary>
    public int Count { get; private set; }

    /// <summary>Draws one allele and returns its probability given those before it.</summary>
    public double Next(int allele)
    {
        var probability = Probability(allele);
        if (theta.Value > 0) _drawn[Count++] = allele;
        return probability;
    }

    /// <summary>Probability that the next founder allele is this one.</summary>
    public readonly double Probability(int allele) => Probability(allele, Times(allele), Count);

    /// <summary>Probability of an allele when one more, given, allele has been drawn.</summary>
    public readonly double ProbabilityAfter(int drawn, int allele) =>
        Probability(allele, Times(allele) + (drawn == allele ? 1 : 0), Count + 1);

    readonly double Probability(int allele, int times, int count) =>
        theta.Value == 0
            ? marker.Founder[allele]
            : (times * theta.Value + (1 - theta.Value) * marker.Founder[allele])
                / (1 - theta.Value + count * theta.Value);

    readonly int Times(int allele)
    {
        var times = 0;
        foreach (var drawn in _drawn[..Count])
            if (drawn == allele) times++;
        return times;
    }

    /// <summary>Weight of the population and of what was drawn, against one further copy: (1−θ)/θ + count.</summary>
    public readonly double Mass => (1 - theta.Value) / theta.Value + Count;
}
