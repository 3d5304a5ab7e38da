using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Primitives;

namespace Homeward.Search.ErrorRates;

/// <summary>A type of searching family: who was typed, and the child sought.</summary>
public sealed class StudiedFamily
{
    const string Child = "child";

    StudiedFamily(string name, string title, IReadOnlyList<string> typed, params PedigreeRow[] relatives)
    {
        (Name, Title) = (name, title);
        Claim = Of([.. relatives, new(Child, Sex.Male, "father", "mother")]);
        Unrelated = Of([
            .. relatives, new("missing", Sex.Male, "father", "mother"), new(Child, Sex.Male, null, null)]);
        Typed = [.. typed.Select(Claim.IndexOf)];
    }

    public static IReadOnlyList<StudiedFamily> All { get; } =
    [
        new("both-parents", "both parents", ["father", "mother"], Father, Mother),
        new("one-parent", "one parent", ["mother"], Father, Mother),
        new("two-siblings", "two full siblings", ["sister", "brother"], Father, Mother, Sister, Brother),
        new("parent-sibling", "one parent and a full sibling", ["mother", "sister"], Father, Mother, Sister),
        new("two-grandparents", "two grandparents, of one side", ["grandfather", "grandmother"],
            Grandfather, Grandmother, FatherWithParents, Mother),
        new("grandmother-uncle", "a grandmother and an uncle, of one side", ["grandmother", "uncle"],
            Grandfather, Grandmother, FatherWithParents, Uncle, Mother),
    ];

    /// <summary>As it is given on the command line.</summary>
    public string Name { get; }

    /// <summary>Who was typed, in words.</summary>
    public string Title { get; }

    /// <summary>The child is the family's.</summary>
    public Pedigree Claim { get; }

    /// <summary>The child is nobody's; the relatives have the same places as in <see cref="Claim"/>.</summary>
    public Pedigree Unrelated { get; }

    /// <summary>Places of the typed relatives.</summary>
    public IReadOnlyList<int> Typed { get; }

    public int ChildInClaim => Claim.IndexOf(Child);
    public int ChildUnrelated => Unrelated.IndexOf(Child);

    static PedigreeRow Father => new("father", Sex.Male, null, null);
    static PedigreeRow Mother => new("mother", Sex.Female, null, null);
    static PedigreeRow Sister => new("sister", Sex.Female, "father", "mother");
    static PedigreeRow Brother => new("brother", Sex.Male, "father", "mother");
    static PedigreeRow Grandfather => new("grandfather", Sex.Male, null, null);
    static PedigreeRow Grandmother => new("grandmother", Sex.Female, null, null);
    static PedigreeRow FatherWithParents => new("father", Sex.Male, "grandfather", "grandmother");
    static PedigreeRow Uncle => new("uncle", Sex.Male, "grandfather", "grandmother");

    static Pedigree Of(PedigreeRow[] rows)
    {
        var parsed = Pedigree.From(rows);
        Check.That(parsed.IsValid);
        return parsed.Value;
    }
}
