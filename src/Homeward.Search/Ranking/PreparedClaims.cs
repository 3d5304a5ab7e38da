using System.Collections.Concurrent;
using Homeward.Genetics.Kinship;
using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Profiles;
using Homeward.Search.Compiling;

namespace Homeward.Search.Ranking;

/// <summary>
/// The claim, "unrelated" and the alternatives of families whose pedigrees differ in names only, each pedigree prepared
/// once. Ids in them are those of the first family of the form. Safe to use from several threads.
/// </summary>
sealed class PreparedClaims
{
    /// <summary>Places a hypothesis in a family whose profiles are not known yet.</summary>
    /// <param name="Hypothesis">With profiles that stand for the family's.</param>
    /// <param name="Source">By member the family's member whose profile it is, the family's count for the child, −1 for
    /// nobody's.</param>
    sealed record Prepared(Hypothesis Hypothesis, int[] Source)
    {
        public Hypothesis With(Family family, Profile child) => Hypothesis.With([.. Source.Select(it =>
            it < 0 ? null : it == family.Profiles.Count ? child : family.Profiles[it])]);
    }

    static readonly Dictionary<string, Genotype> Nothing = [];
    readonly ConcurrentDictionary<(string Form, Sex Sex), Prepared[]> _main = new(), _all = new();

    /// <summary>As <see cref="FamilyClaims.Main"/>.</summary>
    public (Hypothesis Claim, Hypothesis Unrelated) MainOf(Family family, int missing, RescuedChild child)
    {
        var prepared = Find(_main, family, missing, child);
        return (prepared[0].With(family, child.Profile), prepared[1].With(family, child.Profile));
    }

    /// <summary>As <see cref="FamilyClaims.Of"/>.</summary>
    public IReadOnlyList<Hypothesis> Of(Family family, int missing, RescuedChild child) =>
        [.. Find(_all, family, missing, child).Select(it => it.With(family, child.Profile))];

    Prepared[] Find(
        ConcurrentDictionary<(string, Sex), Prepared[]> known, Family family, int missing, RescuedChild child)
    {
        var key = (FamilyForm.KeyOf(family, missing), child.Sex);
        return known.TryGetValue(key, out var form) ? form
            : known.GetOrAdd(key, Prepare(family, missing, child.Sex, withAlternatives: known == _all));
    }

    static Prepared[] Prepare(Family family, int missing, Sex sex, bool withAlternatives)
    {
        Profile?[] standIns = [.. family.Profiles.Select(it => it is null ? null : new Profile("", Nothing))];
        var child = new Profile("", Nothing);
        var standing = new Family(family.Id, family.Pedigree, standIns, family.Missing);
        var (claim, unrelated) = FamilyClaims.Main(standing, missing, child, sex);
        IReadOnlyList<Hypothesis> claims =
            withAlternatives ? FamilyClaims.Of(standing, missing, child, sex) : [claim, unrelated];
        return [.. claims.Select(it => new Prepared(it, [.. it.Profiles.Select(SourceOf)]))];

        int SourceOf(Profile? profile) => profile is null ? -1
            : ReferenceEquals(profile, child) ? standIns.Length
            : Array.FindIndex(standIns, it => ReferenceEquals(it, profile));
    }
}
