using System.Collections.Frozen;
using Homeward.Genetics.Markers;
using Homeward.Genetics.Primitives;
using Homeward.Genetics.Profiles;

namespace Homeward.Search.Index;

/// <summary>One marker's genotypes as bytes: the commonest have a code of their own, all others share one.</summary>
/// <remarks>
/// A code is only a column of the family's score table, so a shared code costs an exact calculation now and then and
/// never a candidate: it scores at least what anything it stands for would score.
/// </remarks>
public sealed class MarkerCodes
{
    /// <summary>Codes there are, 0 to 127: what two 512-bit registers can look up.</summary>
    public const int Count = 128;

    /// <summary>Genotypes that have a code of their own: at most this many.</summary>
    public const int MostGenotypes = 126;

    /// <summary>
    /// Everything read that has no code of its own: rare genotypes, alleles outside the ladder, one allele known of
    /// two, and a homozygote of a sample with drop-out, which may be any genotype with that allele, a common one too.
    /// </summary>
    public const byte Shared = 126;

    public const byte NotTyped = 127;

    readonly Genotype[] _genotypes;
    readonly FrozenDictionary<Genotype, byte> _codes;
    readonly double[] _frequencies = new double[Count];

    /// <param name="marker">Canonical name.</param>
    /// <param name="alleles">The population's ladder: at least one allele, none twice.</param>
    /// <param name="frequencies">In the order of the alleles.</param>
    public MarkerCodes(string marker, IReadOnlyList<Allele> alleles, IReadOnlyList<double> frequencies)
    {
        Check.That(alleles.Count > 0 && alleles.Distinct().Count() == alleles.Count);
        Check.That(alleles.Count == frequencies.Count);
        Marker = marker;
        var commonest = HardyWeinberg(alleles, frequencies)
            .OrderByDescending(it => it.Frequency).ThenBy(it => it.Genotype.Low).ThenBy(it => it.Genotype.High)
            .Take(MostGenotypes)
            .ToArray();
        _genotypes = [.. commonest.Select(it => it.Genotype)];
        _codes = _genotypes.Index().ToFrozenDictionary(it => it.Item, it => (byte)it.Index);
        for (var code = 0; code < commonest.Length; code++) _frequencies[code] = commonest[code].Frequency;
        _frequencies[Shared] = Math.Max(0, 1 - _frequencies.Sum());
    }

    public string Marker { get; }

    /// <summary>The genotypes that have a code of their own; a genotype's place is its code.</summary>
    public IReadOnlyList<Genotype> Genotypes => _genotypes;

    /// <summary>How often each code is met among unrelated, fully typed people (Hardy–Weinberg).</summary>
    public ReadOnlySpan<double> Frequencies => _frequencies;

    public byte CodeOf(Genotype genotype) => _codes.GetValueOrDefault(genotype, Shared);

    /// <summary>What a sample shows here.</summary>
    public byte CodeIn(Profile profile) =>
        !profile.Genotypes.TryGetValue(Marker, out var read) ? NotTyped
        // A homozygote of a sample with drop-out may be a heterozygote of which one allele was lost.
        : profile.DropOut > 0 && read.IsHomozygous ? Shared
        : CodeOf(read);

    static IEnumerable<(Genotype Genotype, double Frequency)> HardyWeinberg(
        IReadOnlyList<Allele> alleles,
        IReadOnlyList<double> frequencies)
    {
        for (var i = 0; i < alleles.Count; i++)
            for (var j = i; j < alleles.Count; j++)
                yield return (new(alleles[i], alleles[j]), (i == j ? 1 : 2) * (frequencies[i] * frequencies[j]));
    }
}
