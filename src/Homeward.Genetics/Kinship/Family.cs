using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Primitives;
using Homeward.Genetics.Profiles;

namespace Homeward.Genetics.Kinship;

/// <summary>
/// A pedigree with the profiles of those of its members who were typed, and the members who are missing.
/// </summary>
public sealed class Family
{
    /// <param name="id">The family's name in its file; never a person's name.</param>
    /// <param name="pedigree">Everybody, typed or not.</param>
    /// <param name="profiles">By member, in the pedigree's order; null = not typed.</param>
    /// <param name="missing">Indices of the members sought; none of them typed.</param>
    public Family(string id, Pedigree pedigree, IReadOnlyList<Profile?> profiles, IReadOnlyList<int> missing)
    {
        Check.That(profiles.Count == pedigree.Members.Count);
        Check.That(missing.All(it => profiles[it] is null));
        (Id, Pedigree, Profiles, Missing) = (id, pedigree, profiles, missing);
    }

    public string Id { get; }
    public Pedigree Pedigree { get; }
    public IReadOnlyList<Profile?> Profiles { get; }
    public IReadOnlyList<int> Missing { get; }

    public IEnumerable<int> Typed => Enumerable.Range(0, Profiles.Count).Where(it => Profiles[it] is not null);
}
