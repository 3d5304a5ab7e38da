using Homeward.Genetics.Markers;
using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Profiles;

namespace Homeward.Search.Ranking;

/// <summary>A child whose family is sought.</summary>
public sealed record RescuedChild(Profile Profile)
{
    public const string Amelogenin = "AMEL";

    public string Id => Profile.Id;

    /// <summary>By amelogenin: Y is a boy; X alone is taken for a girl, though a Y can fail to be seen.</summary>
    public Sex Sex =>
        !Profile.Genotypes.TryGetValue(Amelogenin, out var read) || read.IsOneKnown ? Sex.Unknown
        : read.High == Allele.Y ? Sex.Male
        : read.Low == Allele.X && read.High == Allele.X ? Sex.Female
        : Sex.Unknown;
}
