using Homeward.Exchange.Familias;
using Homeward.Exchange.Pedigrees;
using Homeward.Genetics.Profiles;
using Family = Homeward.Genetics.Kinship.Family;

namespace Homeward.Cli.Inputs;

/// <summary>The families of a pedigree file, joined with the profiles of their samples.</summary>
static class FamilyInputs
{
    /// <summary>The pedigrees of a Familias project with the profiles of its persons.</summary>
    public static IReadOnlyList<Family> HypothesesOf(FamiliasProject project) => Of(project, project.Hypotheses);

    /// <summary>The families of a Familias project with their profiles.</summary>
    public static IReadOnlyList<Family> Of(FamiliasProject project) => Of(project, project.Families);

    static IReadOnlyList<Family> Of(FamiliasProject project, IReadOnlyList<Exchange.Pedigrees.Family> families)
    {
        var profiles = project.Profiles.ToDictionary(it => it.Id, StringComparer.Ordinal);
        return [.. families.Select(it => Join(it, profiles))];
    }

    /// <summary>Whether this file begins as a Familias project does.</summary>
    public static bool IsFamilias(string path) => FileKinds.At(path) == FileKind.Familias;

    public static IReadOnlyList<Family> Read(
        string path, IReadOnlyDictionary<string, Profile> profiles, Refusals refusals, bool isSearch = true)
    {
        var samples = profiles.Keys.ToHashSet(StringComparer.Ordinal);
        var families = refusals.Take(
            path, InputFile.Read(path, stream => PedigreeTable.Read(stream, samples, isSearch)));
        return families is null ? [] : [.. families.Select(it => Join(it, profiles))];
    }

    /// <summary>A member whose sample is not among the profiles counts as untyped.</summary>
    public static Family Join(Exchange.Pedigrees.Family family, IReadOnlyDictionary<string, Profile> profiles)
    {
        var byMember = family.Pedigree.Members.Select(
            it => family.Samples.TryGetValue(it.Id, out var sample) ? profiles.GetValueOrDefault(sample) : null);
        return new(
            family.Id, family.Pedigree, [.. byMember], [.. family.Missing.Select(it => family.Pedigree.IndexOf(it))]);
    }
}
