using Homeward.Genetics.Pedigrees;

namespace Homeward.Genetics.Likelihood;

/// <summary>
/// P(readings | pedigree) at one marker, exactly: any pedigree, with loops, any number of untyped members, mutation,
/// theta, silent alleles and drop-out, autosomal or X. Safe to use from several threads.
/// </summary>
/// <remarks>
/// Three steps, told in docs/math/likelihood.md. Certain genotypes cut the pedigree: what passes between two known
/// people is a number. What is left open becomes a network of small tables, summed out in an order recorded once for a
/// form of pedigree and a pattern of typed members. With theta it is summed over descents, over the ways in which open
/// founder alleles can be copies of each other, or over the frequencies of subpopulations: whichever is shortest.
/// </remarks>
public sealed class PedigreeLikelihood(Pedigree pedigree)
{
    const int StackMembers = 64;
    readonly FamilyShape _family = new(pedigree);

    public Pedigree Pedigree { get; } = pedigree;

    /// <summary>
    /// log10 of the likelihood; −∞ when the readings are impossible under the pedigree and the model.
    /// </summary>
    /// <param name="marker">Frequencies and transitions.</param>
    /// <param name="readings">What was read of each member, in the pedigree's order.</param>
    /// <param name="theta">Coancestry, drawn jointly over all founders, those of separate parts too.</param>
    /// <param name="dropOut">Drop-out probability of each member, 0 to below 1; empty for none.</param>
    /// <exception cref="LikelihoodTooLargeException">Theta above 0 with very many open founder alleles.</exception>
    public double Log10(
        MarkerModel marker, ReadOnlySpan<Reading> readings, Theta theta, ReadOnlySpan<double> dropOut = default) =>
        Likelihood(marker, readings, theta, dropOut).Log10;

    internal ScaledNumber Likelihood(
        MarkerModel marker,
        ReadOnlySpan<Reading> readings,
        Theta theta,
        ReadOnlySpan<double> dropOut,
        ForcedMeiosis? forced = null)
    {
        var total = default(ScaledNumber);
        foreach (var carriers in SilentCarriers.All(_family, marker, readings, theta, dropOut))
            total += LikelihoodGiven(carriers, marker, readings, theta, dropOut, forced);
        return total;
    }

    ScaledNumber LikelihoodGiven(
        SilentCarriers carriers,
        MarkerModel marker,
        ReadOnlySpan<Reading> readings,
        Theta theta,
        ReadOnlySpan<double> dropOut,
        ForcedMeiosis? forced)
    {
        Span<Member> members =
            _family.Count <= StackMembers ? stackalloc Member[StackMembers] : new Member[_family.Count];
        var evidence = new MarkerEvidence(
            _family, marker, readings, dropOut, kept: -1, members[.._family.Count], carriers, forced);
        if (evidence.Weight.Mantissa == 0) return default;
        Span<int> room = _family.Count <= StackMembers ? stackalloc int[2 * StackMembers] : new int[2 * _family.Count];
        var draw = new FounderDraw(marker, theta, room);
        var known = new KnownPart(evidence, theta);
        var product = evidence.Weight * known.Product(ref draw);
        if (product.Mantissa == 0 || known.OpenCount == 0) return product;
        return product * new OpenPart(evidence, draw, theta).Number();
    }

    /// <summary>
    /// P(readings, and the kept member has these alleles) for every genotype of an untyped member, who may have a typed
    /// identical twin: cell (i, j), i from the father and j from the mother, row after row; one row for a male's X. To
    /// be scaled by 2^Exponent.
    /// </summary>
    internal (double[] Table, long Exponent) Table(
        MarkerModel marker,
        ReadOnlySpan<Reading> readings,
        int kept,
        Theta theta,
        ReadOnlySpan<double> dropOut = default)
    {
        Primitives.Check.That(!readings[kept].IsTyped);
        var (sum, exponent) = (Array.Empty<double>(), 0L);
        foreach (var carriers in SilentCarriers.All(_family, marker, readings, theta, dropOut, _family.Same[kept]))
        {
            var (table, scale) = TableGiven(carriers, marker, readings, _family.Same[kept], theta, dropOut);
            if (sum.Length == 0) (sum, exponent) = (table, scale);
            else
                for (var i = 0; i < sum.Length; i++)
                    sum[i] += Math.ScaleB(table[i], (int)Math.Clamp(scale - exponent, -5000, 5000));
        }
        return (sum, exponent);
    }

    (double[] Table, long Exponent) TableGiven(
        SilentCarriers carriers,
        MarkerModel marker,
        ReadOnlySpan<Reading> readings,
        int kept,
        Theta theta,
        ReadOnlySpan<double> dropOut)
    {
        var members = new Member[_family.Count];
        var evidence = new MarkerEvidence(_family, marker, readings, dropOut, kept, members, carriers);
        var draw = new FounderDraw(marker, theta, new int[2 * _family.Count]);
        var known = new KnownPart(evidence, theta);
        var product = evidence.Weight * known.Product(ref draw);
        var (table, exponent) = known.TryTable(draw, out var settled)
            ? (settled, 0)
            : new OpenPart(evidence, draw, theta).Table();
        for (var i = 0; i < table.Length; i++) table[i] *= product.Mantissa;
        return (table, exponent + product.Exponent);
    }
}
