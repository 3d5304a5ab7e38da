using Homeward.Genetics.Kinship;
using Homeward.Genetics.Pedigrees;
using Homeward.Search.Index;

namespace Homeward.Search.Ranking;

/// <summary>Every missing member of some families, in order; a family with two of them is there twice.</summary>
public sealed class SoughtMembers
{
    readonly IReadOnlyList<Family> _families;
    readonly int[] _family;
    readonly int[] _missing;
    readonly Sex[] _sex;
    readonly Dictionary<Sex, int> _compatible;

    public SoughtMembers(IReadOnlyList<Family> families)
        : this(families, it => (families[it].Pedigree, families[it].Missing)) { }

    /// <summary>The same without making any family: a nation has millions of profiles.</summary>
    public SoughtMembers(FamilyIndex families)
        : this(families, families.PedigreeAt) { }

    SoughtMembers(
        IReadOnlyList<Family> families, Func<int, (Pedigree Pedigree, IReadOnlyList<int> Missing)> pedigreeAt)
    {
        _families = families;
        var (family, missing, sex) = (new List<int>(), new List<int>(), new List<Sex>());
        for (var i = 0; i < families.Count; i++)
        {
            var it = pedigreeAt(i);
            foreach (var member in it.Missing)
            {
                family.Add(i);
                missing.Add(member);
                sex.Add(it.Pedigree.Members[member].Sex);
            }
        }
        (_family, _missing, _sex) = ([.. family], [.. missing], [.. sex]);
        _compatible = Enum.GetValues<Sex>()
            .ToDictionary(it => it, it => _sex.Count(sought => AreCompatible(it, sought)));
    }

    public int Count => _family.Length;

    public Family FamilyOf(int sought) => _families[_family[sought]];

    /// <summary>Number of the family in the list.</summary>
    public int NumberOf(int sought) => _family[sought];

    /// <summary>Index of the missing member in the family's pedigree.</summary>
    public int MissingOf(int sought) => _missing[sought];

    /// <summary>As recorded.</summary>
    public Sex SexOf(int sought) => _sex[sought];

    public (string Family, string Missing) NamesOf(int sought)
    {
        var family = FamilyOf(sought);
        return (family.Id, family.Pedigree.Members[MissingOf(sought)].Id);
    }

    /// <summary>Missing members of the child's sex, of unknown sex, or all when the child's is unknown.</summary>
    public int CompatibleWith(Sex child) => _compatible[child];

    static bool AreCompatible(Sex child, Sex sought) =>
        child == Sex.Unknown || sought == Sex.Unknown || sought == child;
}
