using Homeward.Genetics.Markers;

namespace Homeward.Genetics.Profiles;

/// <summary>The unordered pair of alleles read at a marker; 9/9.3 equals 9.3/9.</summary>
/// <remarks>
/// A homozygote, and the single X-chromosomal allele of a male, have the same allele twice.
/// <see cref="OneKnown"/> is a reading of which the second allele could not be told.
/// </remarks>
public readonly record struct Genotype
{
    public Genotype(Allele a, Allele b) => (Low, High) = a <= b ? (a, b) : (b, a);

    Genotype(Allele known) => (Low, High, IsOneKnown) = (known, known, true);

    public Allele Low { get; }
    public Allele High { get; }

    /// <summary>True when only <see cref="Low"/> was read; the other allele may be anything, the same too.</summary>
    public bool IsOneKnown { get; }

    public bool IsHomozygous => Low == High && !IsOneKnown;

    public static Genotype OneKnown(Allele known) => new(known);

    public override string ToString() => IsOneKnown ? $"{Low}/-" : $"{Low}/{High}";
}
