using Homeward.Genetics.Pedigrees;

namespace Homeward.Exchange.Pedigrees;

/// <summary>
/// A pedigree needs both parents of a member or none. Where a file names one parent alone, an untyped other parent is
/// added, who is nobody else's parent: what that assumes is said to the reader as a warning.
/// </summary>
static class ImplicitParents
{
    /// <param name="rows">The members as the file has them.</param>
    /// <param name="added">Told of each child that got a parent.</param>
    /// <param name="unclear">
    /// Told of each child with one parent who has another such child too: full or half siblings, the file does not say.
    /// </param>
    public static List<PedigreeRow> Complete(
        IReadOnlyList<PedigreeRow> rows, Action<string> added, Action<string> unclear)
    {
        var taken = rows.Select(it => it.Id).ToHashSet(StringComparer.Ordinal);
        var single = rows.Where(IsSingle).GroupBy(it => it.Father ?? it.Mother!, StringComparer.Ordinal)
            .ToDictionary(it => it.Key, it => it.Count(), StringComparer.Ordinal);
        var complete = new List<PedigreeRow>();
        foreach (var row in rows)
        {
            if (!IsSingle(row))
            {
                complete.Add(row);
                continue;
            }
            if (single[row.Father ?? row.Mother!] > 1) unclear(row.Id);
            else added(row.Id);
            var parent = Unused((row.Father is null ? "father of " : "mother of ") + row.Id, taken);
            complete.Add(new(parent, row.Father is null ? Sex.Male : Sex.Female, null, null));
            complete.Add(row.Father is null ? row with { Father = parent } : row with { Mother = parent });
        }
        return complete;
    }

    static bool IsSingle(PedigreeRow row) => row.Father is null != row.Mother is null;

    static string Unused(string name, HashSet<string> taken)
    {
        while (!taken.Add(name)) name += "'";
        return name;
    }
}
