using Homeward.Genetics.Markers;
using Homeward.Genetics.Primitives;

namespace Homeward.Genetics.Populations;

/// <summary>One marker's allele frequencies in one population, as published.</summary>
public sealed class MarkerFrequencies
{
    readonly Allele[] _alleles;
    readonly double[] _frequencies;

    /// <param name="marker">Canonical name.</param>
    /// <param name="alleles">Alleles in any order, each once.</param>
    /// <param name="frequencies">Their frequencies, each 0 to 1.</param>
    /// <param name="chromosomes">Chromosomes counted, 2N; null when the source does not say.</param>
    public MarkerFrequencies(
        string marker,
        IReadOnlyList<Allele> alleles,
        IReadOnlyList<double> frequencies,
        int? chromosomes)
    {
        Check.That(alleles.Count > 0 && alleles.Count == frequencies.Count);
        Check.That(alleles.Distinct().Count() == alleles.Count);
        Check.That(frequencies.All(it => it is >= 0 and <= 1) && chromosomes is null or > 0);
        (Marker, Chromosomes, _alleles, _frequencies) = (marker, chromosomes, [.. alleles], [.. frequencies]);
        Array.Sort(_alleles, _frequencies);
    }

    public string Marker { get; }

    /// <summary>The listed alleles, ascending.</summary>
    public IReadOnlyList<Allele> Alleles => _alleles;

    /// <summary>Frequencies of <see cref="Alleles"/>, in the same order.</summary>
    public IReadOnlyList<double> Frequencies => _frequencies;

    /// <summary>Chromosomes counted, 2N; null when the source does not say.</summary>
    public int? Chromosomes { get; }

    /// <summary>
    /// The frequencies of one calculation: every listed allele raised to the floor, the alleles seen in this
    /// calculation and not listed added at the floor, then all divided by their sum.
    /// </summary>
    /// <remarks>
    /// docs/math/frequencies.md. The floor must apply to this table: see <see cref="AlleleFrequencies.Refusals"/>.
    /// Nothing else enters: the profiles of other calculations never change a ladder.
    /// </remarks>
    /// <param name="seen">The alleles read in the people of this calculation; repeats do not matter.</param>
    /// <param name="floor">The minimum-frequency rule.</param>
    public Ladder Ladder(IEnumerable<Allele> seen, MinimumFrequency floor)
    {
        var least = floor.For(this);
        var raised = new SortedDictionary<Allele, double>();
        for (var i = 0; i < _alleles.Length; i++) raised.Add(_alleles[i], floor.Raised(_frequencies[i], least));
        foreach (var allele in seen) raised.TryAdd(allele, least);
        var sum = raised.Values.Sum();
        return new([.. raised.Keys], [.. raised.Values.Select(it => it / sum)]);
    }
}
