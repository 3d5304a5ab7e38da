using Homeward.Genetics.Pedigrees;

namespace Homeward.Tests.Oracles;

/// <summary>Pedigrees to try things on.</summary>
static class Shapes
{
    /// <summary>Every pedigree of so many members with parents before their children: all shapes are there.</summary>
    public static IEnumerable<Pedigree> All(int count) => Grown([], count).Select(Valid);

    static IEnumerable<PedigreeRow[]> Grown(PedigreeRow[] rows, int count)
    {
        if (rows.Length == count) return [rows];
        return
            from sex in new[] { Sex.Male, Sex.Female }
            from parents in Couples(rows).Prepend((null, null))
            from grown in Grown([.. rows, new($"{rows.Length}", sex, parents.Father, parents.Mother)], count)
            select grown;
    }

    static IEnumerable<(string? Father, string? Mother)> Couples(PedigreeRow[] rows) =>
        from father in rows
        where father.Sex == Sex.Male
        from mother in rows
        where mother.Sex == Sex.Female
        select ((string?)father.Id, (string?)mother.Id);

    /// <summary>A pedigree with children of whomever, so that loops of all kinds turn up, and twins.</summary>
    public static Pedigree Random(Random random, int count)
    {
        var rows = new List<PedigreeRow>();
        var twins = new List<(string, string)>();
        while (rows.Count < count)
        {
            var couples = Couples([.. rows]).ToList();
            var id = $"{rows.Count}";
            if (rows.Count > 0 && random.Next(12) == 0)
            {
                twins.Add((rows[^1].Id, id));
                rows.Add(rows[^1] with { Id = id });
                continue;
            }
            var isChild = couples.Count > 0 && random.Next(4) > 0;
            var (father, mother) = isChild ? couples[random.Next(couples.Count)] : (null, null);
            rows.Add(new(id, random.Next(2) == 0 ? Sex.Male : Sex.Female, father, mother));
        }
        PedigreeRow[] shuffled = [.. rows];
        random.Shuffle(shuffled);
        return Pedigree.From(shuffled, twins).Value!;
    }

    static Pedigree Valid(PedigreeRow[] rows) => Pedigree.From(rows).Value!;
}
