using Homeward.Genetics.Likelihood;
using Homeward.Genetics.Markers;
using Homeward.Genetics.Profiles;

namespace Homeward.Genetics.Kinship;

/// <summary>A marker's model together with the alleles that its indices stand for.</summary>
public sealed class MarkerLadder
{
    readonly Allele[] _alleles;

    internal MarkerLadder(MarkerModel model, IReadOnlyList<Allele> ascending) =>
        (Model, _alleles) = (model, [.. ascending]);

    public MarkerModel Model { get; }

    /// <summary>Visible alleles, ascending.</summary>
    public IReadOnlyList<Allele> Alleles => _alleles;

    /// <summary>Index of an allele; negative when it is not on the ladder.</summary>
    public int IndexOf(Allele allele) => Array.BinarySearch(_alleles, allele);

    /// <summary>A genotype in indices. Its alleles must be on the ladder.</summary>
    public Reading ReadingOf(Genotype genotype) => genotype.IsOneKnown
        ? Reading.OneKnown(IndexOf(genotype.Low))
        : Reading.Of(IndexOf(genotype.Low), IndexOf(genotype.High));
}
