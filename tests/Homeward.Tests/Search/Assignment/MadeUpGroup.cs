using Homeward.Search.Assignment;

namespace Homeward.Tests.Search.Assignment;

/// <summary>Random fillings of a few families by a few children, and their assignments one by one.</summary>
sealed record MadeUpGroup(Filling[] Fillings)
{
    public static CsCheck.Gen<MadeUpGroup> Gen { get; } = CsCheck.Gen.Select(
        CsCheck.Gen.Int[1, 4], CsCheck.Gen.Int[1, 5], CsCheck.Gen.Int[0, 100_000], Of);

    static MadeUpGroup Of(int families, int children, int seed)
    {
        var random = new Random(seed);
        var fillings = new List<Filling>();
        for (var family = 0; family < families; family++)
        {
            var members = random.Next(3) == 0 ? 2 : 1;
            for (var child = 0; child < children; child++)
                for (var member = 0; member < members; member++)
                    if (random.Next(4) > 0) fillings.Add(new(family, [new(child, member)], Weight()));
            for (var pair = 0; pair < (members - 1) * 4 && children > 1; pair++)
            {
                var first = random.Next(children);
                var second = (first + 1 + random.Next(children - 1)) % children;
                Placement[] placed = [new(first, 0), new(second, 1)];
                if (!fillings.Exists(it => it.Family == family && it.Placed.SequenceEqual(placed)))
                    fillings.Add(new(family, placed, Weight()));
            }
        }
        if (fillings.Count == 0) fillings.Add(new(0, [new(0, 0)], Weight()));
        return new([.. fillings]);

        // Round figures now and then, so that there are ties.
        double Weight() => random.Next(3) == 0 ? random.Next(-2, 3) : 30 * random.NextDouble() - 15;
    }

    /// <summary>Every set of fillings that use no family and no child twice.</summary>
    public static IEnumerable<int[]> Assignments(IReadOnlyList<Filling> fillings)
    {
        for (var set = 0L; set < 1L << fillings.Count; set++)
        {
            int[] taken = [.. Enumerable.Range(0, fillings.Count).Where(it => (set >> it & 1) == 1)];
            var families = taken.Select(it => fillings[it].Family).ToArray();
            var children = taken.SelectMany(it => fillings[it].Placed.Select(place => place.Child)).ToArray();
            if (families.Distinct().Count() == families.Length && children.Distinct().Count() == children.Length)
                yield return taken;
        }
    }
}
