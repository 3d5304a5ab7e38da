using Homeward.Genetics.Kinship;
using Homeward.Genetics.Likelihood;
using Homeward.Genetics.Markers;
using Homeward.Genetics.Mutation;
using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Populations;
using Homeward.Genetics.Profiles;
using Homeward.Search.Kernels;
using Homeward.Search.Ranking;
using Homeward.Tests.Kinship;

namespace Homeward.Tests.Search.Ranking;

/// <summary>
/// Families of any shape that numbers can draw: up to four founders and five descendants of any two of those before
/// them, cousins and uncles and nieces among the parents; anybody typed, anybody missing. Readings of every kind.
/// </summary>
sealed class AnyShape
{
    const string X = MadeUpStudy.X;

    /// <summary>With theta, more founders of whom nothing is known take too long for a test.</summary>
    const int MostUntyped = 2;

    readonly Random _random;
    readonly MarkerLadder[] _drawn;

    public AnyShape(IReadOnlyList<Shape> shapes, int seed)
    {
        _random = new Random(seed);
        MutationModel mutation = _random.Next(3) switch
        {
            0 => MadeUpKinship.Steps,
            1 => new MutationModel.Equal(0),
            _ => new MutationModel.Proportional(0),
        };
        var silent = _random.Next(3) == 0 ? 0.01 : 0;
        var plain = MadeUpKinship.Ladders(Markers(), mutation, theta: 0, silent, male: 0.01, female: 0.004);
        _drawn = [.. plain.Markers.Select(it => plain.Of(it, []))];
        var (families, children) = (new List<Family>(), new List<RescuedChild>());
        foreach (var shape in shapes)
            if (FamilyOf(shape, $"F{families.Count}") is { } drawn)
            {
                families.Add(drawn.Family);
                foreach (var child in drawn.Children) children.Add(new(child with { Id = $"C{children.Count}" }));
            }
        var isOpen = families.Exists(family => family.Pedigree.Members
            .Where((it, i) => it.IsFounder && family.Profiles[i] is null).Count() > MostUntyped);
        (Families, Children) = (families, children);
        Ladders = plain.With(new Theta(isOpen ? 0 : _random.Next(3) * 0.015));
    }

    /// <summary>What draws a family.</summary>
    /// <param name="Founders">Two to four: a man, a woman, a man, a woman.</param>
    /// <param name="Parents">For each descendant which man and which woman of those before it.</param>
    /// <param name="Typed">One bit a member.</param>
    /// <param name="Missing">Who is sought.</param>
    public sealed record Shape(int Founders, (int Father, int Mother)[] Parents, int Typed, int Missing);

    public IReadOnlyList<Family> Families { get; }
    public IReadOnlyList<RescuedChild> Children { get; }
    public MarkerLadders Ladders { get; }

    public SearchSettings Settings => new()
    {
        Populations = [Ladders],
        Threshold = 0,
        AlternativePrior = 1,
        ExplainedRanks = 0,
        Scan = ScanOptions.Fastest,
    };

    /// <summary>log10 LR of every pair by the engine alone.</summary>
    public double[][] Exact() => [.. Families.Select(family => Children.Select(child =>
        MadeUpStudy.Exact(family, family.Missing[0], child, Ladders, Ladders.Markers)).ToArray())];

    /// <summary>Eighteen alleles with microvariants, so that many genotypes share a code; five alleles; five on the X.
    /// </summary>
    IReadOnlyList<MarkerFrequencies> Markers() => [Marker("M1", 18), Marker("M2", 5), Marker(X, 5)];

    MarkerFrequencies Marker(string name, int alleles)
    {
        var weights = Enumerable.Range(10, alleles)
            .ToDictionary(it => Allele.Repeats(it, it % 5 == 0 ? 3 : 0), _ => 0.02 + _random.NextDouble());
        return new(name, [.. weights.Keys], [.. weights.Values.Select(it => it / weights.Values.Sum())], 1000);
    }

    (Family Family, List<Profile> Children)? FamilyOf(Shape shape, string id)
    {
        var rows = new List<PedigreeRow>();
        for (var i = 0; i < shape.Founders; i++) rows.Add(new($"M{i}", i % 2 == 0 ? Sex.Male : Sex.Female, null, null));
        foreach (var (father, mother) in shape.Parents)
            rows.Add(new($"M{rows.Count}", (father + mother) % 2 == 0 ? Sex.Male : Sex.Female,
                OneOf(Sex.Male, father), OneOf(Sex.Female, mother)));
        var pedigree = Pedigree.From(rows).Value!;
        var missing = shape.Missing % rows.Count;
        bool IsTyped(int member) => member != missing && (shape.Typed >> member & 1) == 1;
        if (!Enumerable.Range(0, rows.Count).Any(IsTyped)) return null;
        var genotypes = _drawn.Select(it => Dropped(it, pedigree)).ToArray();
        Profile?[] profiles = [.. rows.Select((_, i) => IsTyped(i) ? Read($"{id} M{i}", i) : null)];
        // The missing member itself, then everybody: relatives in other places look alike.
        List<Profile> children = [Read("", missing), .. Enumerable.Range(0, rows.Count).Select(it => Read("", it))];
        return (new(id, pedigree, profiles, [missing]), children);

        string OneOf(Sex sex, int number)
        {
            var of = rows.FindAll(it => it.Sex == sex);
            return of[number % of.Count].Id;
        }

        Profile Read(string name, int member) =>
            Reading(name, [.. genotypes.Select(it => it[member])], pedigree.Members[member].Sex);
    }

    (Allele A, Allele B)[] Dropped(MarkerLadder ladder, Pedigree pedigree)
    {
        var genotypes = new (Allele A, Allele B)[pedigree.Members.Count];
        foreach (var i in pedigree.AncestorsFirst)
        {
            var member = pedigree.Members[i];
            genotypes[i] = member.IsFounder
                ? (AnyOf(ladder), AnyOf(ladder))
                : (From(member.Father), From(member.Mother));
            if (ladder.Model.IsX && member.Sex == Sex.Male) genotypes[i].A = genotypes[i].B;
        }
        return genotypes;

        Allele From(int parent) => _random.Next(40) == 0 ? AnyOf(ladder)                 // a mutation
            : _random.Next(2) == 0 ? genotypes[parent].A : genotypes[parent].B;
    }

    /// <summary>Now and then one that nobody has listed.</summary>
    Allele AnyOf(MarkerLadder ladder) => _random.Next(50) == 0
        ? Allele.Repeats(30 + _random.Next(2), _random.Next(2))
        : ladder.Alleles[_random.Next(ladder.Alleles.Count)];

    Profile Reading(string id, (Allele A, Allele B)[] drawn, Sex sex)
    {
        var genotypes = new Dictionary<string, Genotype>();
        var dropOut = _random.Next(6) == 0 ? 0.1 : 0;
        for (var m = 0; m < drawn.Length; m++)
        {
            if (_random.Next(12) == 0) continue;
            var (a, b) = drawn[m];
            if (dropOut > 0 && _random.Next(5) == 0) b = a;
            var isSingle = _drawn[m].Model.IsX && sex == Sex.Male;
            genotypes.Add(
                _drawn[m].Model.Name, !isSingle && _random.Next(20) == 0 ? Genotype.OneKnown(a) : new(a, b));
        }
        if (_random.Next(4) > 0) genotypes.Add("AMEL", new(Allele.X, sex == Sex.Male ? Allele.Y : Allele.X));
        return new(id, genotypes) { DropOut = dropOut };
    }
}
