using Homeward.Exchange.Pedigrees;
using Homeward.Genetics.Pedigrees;

namespace Homeward.Exchange.Familias;

/// <summary>Makes a pedigree of persons and of pairs of parent and child.</summary>
static class FamilyMembers
{
    /// <param name="Parent">The parent, or the one of two identical persons.</param>
    /// <param name="Child">The child, or the other.</param>
    /// <param name="IsDirect">Identity, as of twins or of two samples of one person.</param>
    /// <param name="Place">Where the file says so.</param>
    public readonly record struct Relation(string Parent, string Child, bool IsDirect, string Place);

    /// <summary>The pedigree; null, and problems, when the relations make none.</summary>
    /// <remarks>
    /// Familias takes a parent that is not given for an unrelated person of the population, another one for each child;
    /// so such parents are added, and a warning says so.
    /// </remarks>
    public static Pedigree? Pedigree(
        List<(string Id, Sex Sex)> members, List<Relation> relations, string place, FamLines lines)
    {
        var before = lines.Problems.Total;
        var sexes = members.ToDictionary(it => it.Id, it => it.Sex, StringComparer.Ordinal);
        var fathers = new Dictionary<string, string>(StringComparer.Ordinal);
        var mothers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var relation in relations.Where(it => !it.IsDirect).OrderBy(it => sexes[it.Parent] == Sex.Unknown))
        {
            if (sexes[relation.Parent] == Sex.Unknown)
                sexes[relation.Parent] = SexLeft(relation.Child, fathers, mothers, () => lines.Warnings.Add(
                    place, "a parent of unknown sex was taken for a father"));
            var side = sexes[relation.Parent] == Sex.Male ? fathers : mothers;
            if (!side.TryAdd(relation.Child, relation.Parent) && side[relation.Child] != relation.Parent)
                lines.Report(relation.Place, "is a second father or mother of the child");
        }
        var twins = relations.Where(it => it.IsDirect).Select(it => (it.Parent, it.Child)).ToList();
        foreach (var (first, second) in twins) ShareParents(first, second, fathers, mothers);
        var rows = members.ConvertAll(it => new PedigreeRow(
            it.Id, sexes[it.Id], fathers.GetValueOrDefault(it.Id), mothers.GetValueOrDefault(it.Id)));
        var areAdded = false;
        var complete = ImplicitParents.Complete(rows, _ => areAdded = true, _ => areAdded = true);
        if (areAdded)
            lines.Warnings.Add(place, "children of one parent were each given another, untyped and unrelated");
        ShareAddedParents(complete, twins, it => sexes.ContainsKey(it));
        var pedigree = Genetics.Pedigrees.Pedigree.From(complete, twins);
        foreach (var problem in pedigree.Problems)
            lines.Report(place, "a member of the pedigree " + problem.What);
        return lines.Problems.Total > before ? null : pedigree.Value;
    }

    /// <summary>A parent without a sex, as the missing person may be, is what the other parent is not.</summary>
    static Sex SexLeft(
        string child, Dictionary<string, string> fathers, Dictionary<string, string> mothers, Action guessed)
    {
        if (fathers.ContainsKey(child)) return Sex.Female;
        if (!mothers.ContainsKey(child)) guessed();
        return Sex.Male;
    }

    static void ShareParents(
        string first, string second, Dictionary<string, string> fathers, Dictionary<string, string> mothers)
    {
        foreach (var side in (Dictionary<string, string>[])[fathers, mothers])
        {
            if (side.TryGetValue(first, out var parent)) side.TryAdd(second, parent);
            else if (side.TryGetValue(second, out parent)) side.Add(first, parent);
        }
    }

    /// <summary>Identical twins have one added parent between them, not one each.</summary>
    static void ShareAddedParents(
        List<PedigreeRow> rows, List<(string First, string Second)> twins, Func<string, bool> isOfTheFile)
    {
        foreach (var (first, second) in twins)
        {
            var (a, b) = (rows.FindIndex(it => it.Id == first), rows.FindIndex(it => it.Id == second));
            rows[b] = rows[b] with { Father = rows[a].Father, Mother = rows[a].Mother };
        }
        var parents = rows.SelectMany(it => new[] { it.Father, it.Mother }).ToHashSet();
        rows.RemoveAll(it => !isOfTheFile(it.Id) && !parents.Contains(it.Id));
    }
}
