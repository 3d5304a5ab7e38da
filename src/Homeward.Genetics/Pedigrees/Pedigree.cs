using Homeward.Genetics.Primitives;

namespace Homeward.Genetics.Pedigrees;

/// <summary>
/// A family graph: every member has two parents inside or none, nobody descends from oneself, fathers are male and
/// mothers female. Parts that are not connected are unrelated. Loops are allowed.
/// </summary>
public sealed class Pedigree
{
    readonly Dictionary<string, int> _index;

    internal Pedigree(IReadOnlyList<Individual> members, IReadOnlyList<int> ancestorsFirst, IReadOnlyList<int> twinOf)
    {
        (Members, AncestorsFirst, IdenticalTo) = (members, ancestorsFirst, twinOf);
        _index = members.Index().ToDictionary(it => it.Item.Id, it => it.Index, StringComparer.Ordinal);
    }

    /// <summary>The members in the order given.</summary>
    public IReadOnlyList<Individual> Members { get; }

    /// <summary>Indices of the members, every parent before its children.</summary>
    public IReadOnlyList<int> AncestorsFirst { get; }

    /// <summary>For each member the first of its identical twins (itself when it has none).</summary>
    public IReadOnlyList<int> IdenticalTo { get; }

    /// <summary>Index of a member; −1 when the pedigree has no such member.</summary>
    public int IndexOf(string id) => _index.GetValueOrDefault(id, -1);

    public static Parsed<Pedigree> From(IReadOnlyList<PedigreeRow> rows) => From(rows, []);

    /// <param name="rows">Members in any order.</param>
    /// <param name="identicalTwins">Pairs of ids; triplets are two pairs.</param>
    /// <returns>The pedigree, or every fault of it at once; the place of a fault is the member's id.</returns>
    public static Parsed<Pedigree> From(
        IReadOnlyList<PedigreeRow> rows,
        IReadOnlyList<(string First, string Second)> identicalTwins) =>
        new PedigreeReading(rows, identicalTwins).Result();

    /// <summary>For pedigrees that Homeward itself derives from valid ones.</summary>
    internal static Pedigree Trusted(
        IReadOnlyList<PedigreeRow> rows, IReadOnlyList<(string First, string Second)> identicalTwins)
    {
        var parsed = From(rows, identicalTwins);
        Check.That(parsed.IsValid, string.Join("; ", parsed.Problems));
        return parsed.Value;
    }
}
