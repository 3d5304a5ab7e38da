using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Genetics.Kinship;
using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Profiles;
using Homeward.Search.Ranking;

namespace Homeward.Cli.Commands.Files;

/// <summary>Whether the typed members of families agree with their pedigrees.</summary>
/// <param name="Assumptions">For the ranking of suspects; an inconsistency needs none.</param>
/// <param name="Families">Families looked at.</param>
/// <param name="Comparable">Those with two typed members or more.</param>
/// <param name="Inconsistent">Those that break Mendel's laws at some marker.</param>
/// <param name="Sexes">Members whose amelogenin and recorded sex disagree.</param>
sealed record FamilyCheck(
    AssumptionsAnswer Assumptions,
    int Families,
    int Comparable,
    IReadOnlyList<FamilyCheck.Finding> Inconsistent,
    IReadOnlyList<FamilyCheck.SexConflict> Sexes)
{
    /// <param name="Family">Its name.</param>
    /// <param name="Markers">Markers at which two members or more were typed.</param>
    /// <param name="Inconsistencies">Those that break Mendel's laws, each with its likeliest explanation.</param>
    /// <param name="Suspects">Typed members, the one first whose profile most likely belongs to somebody else.</param>
    public sealed record Finding(
        string Family, int Markers, IReadOnlyList<Marker> Inconsistencies, IReadOnlyList<Suspect> Suspects);

    public sealed record Marker(string Name, string Explanation);

    /// <param name="Member">Id in the pedigree.</param>
    /// <param name="InconsistenciesLeft">If this profile were a stranger's.</param>
    /// <param name="Log10">LR of "this profile is a stranger's" over the family as declared.</param>
    public sealed record Suspect(string Member, int InconsistenciesLeft, double Log10);

    public sealed record SexConflict(string Family, string Member, Sex Recorded, string Amelogenin);

    public static FamilyCheck Of(
        IReadOnlyList<Exchange.Pedigrees.Family> families,
        IReadOnlyDictionary<string, Profile> profiles,
        Assumptions assumptions,
        CancellationToken cancel)
    {
        var (comparable, inconsistent, sexes) = (0, new List<Finding>(), new List<SexConflict>());
        foreach (var family in families.Select(it => FamilyInputs.Join(it, profiles)))
        {
            cancel.ThrowIfCancellationRequested();
            sexes.AddRange(SexesOf(family));
            if (family.Typed.Count() < 2) continue;
            comparable++;
            var found = Kinship(family, assumptions);
            if (found.Inconsistencies.Count > 0) inconsistent.Add(found);
        }
        return new(assumptions.Answer, families.Count, comparable, inconsistent, sexes);
    }

    static Finding Kinship(Family family, Assumptions assumptions)
    {
        var found = Consistency.Of(family, assumptions.Populations[0]);
        return new(
            family.Id,
            found.Markers.Count,
            [.. found.Inconsistencies.Select(it => new Marker(it.Marker, ExplanationWords.Of(it.Explanation)))],
            [.. found.Suspects.Select(it => new Suspect(it.Member, it.InconsistenciesLeft, it.Log10))]);
    }

    static IEnumerable<SexConflict> SexesOf(Family family) =>
        from i in family.Typed
        let member = family.Pedigree.Members[i]
        let read = new RescuedChild(family.Profiles[i]!).Sex
        where read is not Sex.Unknown && member.Sex is not Sex.Unknown && read != member.Sex
        select new SexConflict(
            family.Id, member.Id, member.Sex, $"{family.Profiles[i]!.Genotypes["AMEL"]}");
}
