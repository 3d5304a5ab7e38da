namespace Homeward.Genetics.Profiles;

/// <summary>One sample's genotypes by canonical marker name.</summary>
/// <param name="Id">The sample's name in its file; never a person's name.</param>
/// <param name="Genotypes">What was read; a marker that is absent was not typed.</param>
public sealed record Profile(string Id, IReadOnlyDictionary<string, Genotype> Genotypes)
{
    /// <summary>Readings that are kept but not used, such as three alleles at a marker, as text by marker.</summary>
    public IReadOnlyDictionary<string, string> Unused { get; init; } =
        System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Drop-out probability of this sample, 0 to below 1.</summary>
    public double DropOut { get; init; }
}
