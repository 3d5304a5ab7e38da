using Homeward.Genetics.Kinship;
using Homeward.Genetics.Pedigrees;

namespace Homeward.Search.Ranking;

/// <summary>
/// A child and a family's missing member whose likelihood ratio reached the threshold. Nothing more than that.
/// </summary>
public sealed record Candidate
{
    public required string Child { get; init; }
    public required string Family { get; init; }

    /// <summary>Id of the missing member in the family's pedigree.</summary>
    public required string Missing { get; init; }

    /// <summary>1 for the best family of this child; equal for ties.</summary>
    public required int Rank { get; init; }

    /// <summary>True when another family of this child has the same LR to six places.</summary>
    public required bool IsTied { get; init; }

    /// <summary>log10 LR against unrelated under each population, in the order of the settings.</summary>
    public required IReadOnlyList<PopulationRatio> ByPopulation { get; init; }

    /// <summary>The smallest of them: the one that counts.</summary>
    public required double Log10 { get; init; }

    /// <summary>Whether markers, inconsistencies and alternatives were worked out; else these are empty.</summary>
    public required bool IsExplained { get; init; }

    /// <summary>Markers typed in the child and in at least one relative, under the population that counts.</summary>
    public required IReadOnlyList<MarkerResult> Markers { get; init; }

    public required IReadOnlyList<Inconsistency> Inconsistencies { get; init; }

    public required IReadOnlyList<Alternative> Alternatives { get; init; }

    /// <summary>log10 of the LR over the next family of this child.</summary>
    public required Margin OverNextFamily { get; init; }

    /// <summary>log10 of the LR over the next child for this missing member.</summary>
    public required Margin OverNextChild { get; init; }

    /// <summary>Posterior probability against unrelated, under <see cref="Prior"/>.</summary>
    public required double Posterior { get; init; }

    /// <summary>1/(N + 1), N searches of compatible sex.</summary>
    public required double Prior { get; init; }

    public required Band Band { get; init; }

    /// <summary>By amelogenin of the child.</summary>
    public required Sex ChildSex { get; init; }

    /// <summary>As recorded for the missing member.</summary>
    public required Sex MissingSex { get; init; }

    public bool SexesDiffer =>
        ChildSex != Sex.Unknown && MissingSex != Sex.Unknown && ChildSex != MissingSex;
}
