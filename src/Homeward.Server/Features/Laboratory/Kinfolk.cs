using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Simulation;

namespace Homeward.Server.Features.Laboratory;

/// <summary>What the members of a family are to whoever is missing. A laboratory knows nobody's name.</summary>
public sealed class Kinfolk
{
    /// <summary>In which they are shown: the nearest first.</summary>
    static readonly string[] Nearness =
    [
        "father", "mother", "brother", "sister", "sibling", "half-brother", "half-sister", "half-sibling",
        "fathers-father", "fathers-mother", "mothers-father", "mothers-mother", "fathers-brother", "fathers-sister",
        "mothers-brother", "mothers-sister", "partner", "son", "daughter", "child", "relative",
    ];

    readonly IReadOnlyList<Individual> _members;
    readonly int _missing;
    readonly Dictionary<string, (string Kin, int Number)> _names = new(StringComparer.Ordinal);

    /// <param name="pedigree">The family.</param>
    /// <param name="missing">Index of who is sought.</param>
    public Kinfolk(Pedigree pedigree, int missing)
    {
        (_members, _missing) = (pedigree.Members, missing);
        var all = Enumerable.Range(0, _members.Count).Where(it => it != missing)
            .Select(it => (Member: it, Kin: KinOf(it))).ToList();
        foreach (var group in all.GroupBy(it => it.Kin))
            foreach (var (i, it) in group.Index())
                _names.Add(_members[it.Member].Id, (it.Kin, group.Count() > 1 ? i + 1 : 0));
        Order = [.. all.OrderBy(it => Array.IndexOf(Nearness, it.Kin)).Select(it => it.Member), missing];
    }

    /// <summary>Indices of all members, the missing one last.</summary>
    public IReadOnlyList<int> Order { get; }

    /// <summary>The end of the key of its words, and a number where there are several of them; 0 otherwise.</summary>
    public (string Kin, int Number) Of(string member) =>
        member == FamilyKind.Missing || member == _members[_missing].Id ? (FamilyKind.Missing, 0)
        : _names.GetValueOrDefault(member, ("relative", 0));

    string KinOf(int it)
    {
        var missing = _members[_missing];
        if (it == missing.Father) return "father";
        if (it == missing.Mother) return "mother";
        if (missing.Father >= 0 && SiblingOf(_missing, it) is { } sibling) return sibling;
        if (missing.Father >= 0 && AsideOf(it) is { } aside) return aside;
        var member = _members[it];
        if (member.Father == _missing || member.Mother == _missing) return Said(member, "son", "daughter", "child");
        var isPartner = _members.Any(child =>
            (child.Father == _missing && child.Mother == it) || (child.Mother == _missing && child.Father == it));
        return isPartner ? "partner" : "relative";
    }

    string? SiblingOf(int of, int it)
    {
        var (one, other) = (_members[of], _members[it]);
        if (other.Father < 0) return null;
        var shared = (one.Father == other.Father ? 1 : 0) + (one.Mother == other.Mother ? 1 : 0);
        return shared switch
        {
            2 => Said(other, "brother", "sister", "sibling"),
            1 => Said(other, "half-brother", "half-sister", "half-sibling"),
            _ => null,
        };
    }

    /// <summary>Grandparents, and brothers and sisters of the parents.</summary>
    string? AsideOf(int it)
    {
        var missing = _members[_missing];
        foreach (var (parent, whose) in new[] { (missing.Father, "fathers"), (missing.Mother, "mothers") })
        {
            if (it == _members[parent].Father) return whose + "-father";
            if (it == _members[parent].Mother) return whose + "-mother";
            if (_members[parent].Father >= 0 && SiblingOf(parent, it) is "brother" or "sister")
                return Said(_members[it], whose + "-brother", whose + "-sister", "relative");
        }
        return null;
    }

    static string Said(Individual member, string male, string female, string unknown) => member.Sex switch
    {
        Sex.Male => male,
        Sex.Female => female,
        Sex.Unknown => unknown,
    };
}
