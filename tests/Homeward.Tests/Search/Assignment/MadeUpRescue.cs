using Homeward.Genetics.Kinship;
using Homeward.Genetics.Markers;
using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Profiles;
using Homeward.Search.Assignment;
using Homeward.Search.Ranking;
using Homeward.Tests.Kinship;

namespace Homeward.Tests.Search.Assignment;

/// <summary>
/// A few families, some with two missing members, and a few children; the likelihood of an assignment as it reads: one
/// pedigree of all families side by side, every child either in its place or without relatives.
/// </summary>
sealed class MadeUpRescue
{
    static readonly (string Pedigree, string Typed, string Missing)[] Kinds =
    [
        ("FA m, MO f, CH m FA MO", "FA MO", "CH"),
        ("FA m, MO f, CH f FA MO", "MO", "CH"),
        ("FA m, MO f, S1 m FA MO, S2 f FA MO", "MO", "S1 S2"),
        ("FA m, MO f, S1 m FA MO, S2 m FA MO", "FA", "S1 S2"),
        ("FA m, MO f, SI f FA MO, CH m FA MO", "SI", "CH"),
    ];

    readonly Random _random;

    public MadeUpRescue(int seed)
    {
        _random = new(seed);
        Ladders = MadeUpKinship.Ladders(
            [.. Enumerable.Range(1, 3).Select(it => MadeUpKinship.Marker($"M{it}", "10 0.2, 11 0.3, 12 0.1, 13 0.4"))],
            MadeUpKinship.Steps, male: 0.01, female: 0.005);
        Families = [.. Enumerable.Range(0, 3).Select(i => Family($"F{i}", Kinds[(i + seed) % Kinds.Length]))];
        Children = [.. Enumerable.Range(0, 4).Select(i => new RescuedChild(Profile($"C{i}", withSex: true)))];
    }

    public MarkerLadders Ladders { get; }
    public IReadOnlyList<Family> Families { get; }
    public IReadOnlyList<RescuedChild> Children { get; }

    /// <summary>Every sex-consistent assignment, as in <c>C1=F0/CH C2=F2/S1</c>.</summary>
    public IEnumerable<string> Assignments()
    {
        var places = Families.SelectMany((family, f) => family.Missing.Select(member => (Family: f, Member: member)));
        return Ways(0, [.. places]).Select(it => string.Join(' ', it.Order(StringComparer.Ordinal)));
    }

    public string Words(int family, Placement place) =>
        $"{Children[place.Child].Id}={Families[family].Id}/{Families[family].Pedigree.Members[place.Member].Id}";

    IEnumerable<IReadOnlyList<string>> Ways(int child, IReadOnlyList<(int Family, int Member)> free)
    {
        if (child == Children.Count) return [[]];
        var stays = Ways(child + 1, free);
        var goes = from place in free
                   where Fits(Children[child], place)
                   from rest in Ways(child + 1, [.. free.Where(it => it != place)])
                   select (IReadOnlyList<string>)[Words(place.Family, new(child, place.Member)), .. rest];
        return stays.Concat(goes);
    }

    bool Fits(RescuedChild child, (int Family, int Member) place) =>
        child.Sex == Sex.Unknown || child.Sex == Families[place.Family].Pedigree.Members[place.Member].Sex;

    public double LnLikelihood(string assignment)
    {
        var childOf = assignment.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .ToDictionary(it => it.Split('=')[1], it => it.Split('=')[0], StringComparer.Ordinal);
        var (rows, profiles) = (new List<PedigreeRow>(), new List<Profile?>());
        foreach (var family in Families)
            foreach (var (i, member) in family.Pedigree.Members.Index())
            {
                var name = $"{family.Id}/{member.Id}";
                rows.Add(new(name, member.Sex, IdOf(family, member.Father), IdOf(family, member.Mother)));
                profiles.Add(childOf.TryGetValue(name, out var child)
                    ? Children.Single(it => it.Id == child).Profile : family.Profiles[i]);
            }
        foreach (var child in Children.Where(it => !childOf.ContainsValue(it.Id)))
        {
            rows.Add(new(child.Id, child.Sex, null, null));
            profiles.Add(child.Profile);
        }
        var all = new Hypothesis("all", Pedigree.From(rows).Value!, profiles);
        return Math.Log(10) * Comparison.Of([all], Ladders.Markers, Ladders).Markers.Sum(it => it.Log10[0]);

        static string? IdOf(Family family, int parent) =>
            parent < 0 ? null : $"{family.Id}/{family.Pedigree.Members[parent].Id}";
    }

    Family Family(string id, (string Pedigree, string Typed, string Missing) kind)
    {
        var typed = kind.Typed.Split(' ').Select(it => Profile(it, withSex: false)).ToArray();
        return MadeUpKinship.Family(id, Oracles.Family.Of(kind.Pedigree), kind.Missing, typed);
    }

    Profile Profile(string id, bool withSex)
    {
        var genotypes = Ladders.Markers.ToDictionary(it => it, _ => new Genotype(Any(), Any()));
        if (withSex && _random.Next(4) > 0)
            genotypes.Add("AMEL", new(Allele.X, _random.Next(2) == 0 ? Allele.X : Allele.Y));
        return new(id, genotypes);

        Allele Any() => Allele.Repeats(10 + _random.Next(4));
    }
}
