using Homeward.Cases.Identification;
using Homeward.Genetics.Kinship;
using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Populations;
using Homeward.Genetics.Simulation;
using Homeward.Search.Ranking;
using Homeward.Server.Features.Calculator;
using Homeward.Storage.Genes;

namespace Homeward.Server.Features.Laboratory;

/// <summary>A candidate laid open for an analyst.</summary>
/// <param name="Pair">The profiles and the family.</param>
/// <param name="Review">The calculation; null when no exact one is in reach.</param>
/// <param name="Standing">Among the open candidates.</param>
/// <param name="Terms">What was taken for granted.</param>
/// <param name="Populations">Whose frequencies, in the order of the calculation.</param>
public sealed record ReviewedPair(
    ReadPair Pair, PairReview? Review, Standing Standing, SearchTerms Terms,
    IReadOnlyList<AlleleFrequencies> Populations)
{
    const double SixPlaces = 5e-7;

    public Kinfolk Kin { get; } = new(Pair.Family.Pedigree, Pair.Missing);

    public RescuedChild Child { get; } = new(Pair.Child.Profile);

    public Sex MissingSex => Pair.Family.Pedigree.Members[Pair.Missing].Sex;

    public bool SexesDiffer => Child.Sex != Sex.Unknown && MissingSex != Sex.Unknown && Child.Sex != MissingSex;

    /// <summary>Whether the calculation gives what the search has found.</summary>
    public bool IsAsFound(double log10) => Review is { } it && Math.Abs(it.Counts.Log10 - log10) < SixPlaces;

    /// <summary>Markers of the child that nobody else has, or no population.</summary>
    public IEnumerable<string> LeftOut => Review is null ? []
        : Pair.Child.Profile.Genotypes.Keys.Except(Review.Markers.Select(it => it.Marker))
            .Where(it => it != RescuedChild.Amelogenin);

    /// <summary>Marker by marker, relatives first and the child last, as the calculator's strip draws it.</summary>
    public IEnumerable<Calculation.Marker> Markers()
    {
        if (Review is null) yield break;
        var broken = Review.Inconsistencies.ToDictionary(
            it => it.Marker, it => Named(it.Explanation), StringComparer.Ordinal);
        foreach (var (marker, ratio) in Review.Markers)
            yield return new(
                marker,
                [
                    .. from member in Kin.Order
                       let profile = member == Pair.Missing ? Pair.Child.Profile : Pair.Family.Profiles[member]
                       where profile is not null && profile.Genotypes.ContainsKey(marker)
                       select (IdOf(member), profile.Genotypes[marker]),
                ],
                ratio,
                broken.GetValueOrDefault(marker));
    }

    string IdOf(int member) => member == Pair.Missing ? FamilyKind.Missing : Pair.Family.Pedigree.Members[member].Id;

    /// <summary>The calculator knows the child under one name.</summary>
    Explanation Named(Explanation explanation)
    {
        var missing = Pair.Family.Pedigree.Members[Pair.Missing].Id;
        return explanation is not Explanation.Mutation it ? explanation : it with
        {
            Parent = it.Parent == missing ? FamilyKind.Missing : it.Parent,
            Child = it.Child == missing ? FamilyKind.Missing : it.Child,
        };
    }
}
