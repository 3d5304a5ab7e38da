using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Primitives;

namespace Homeward.Genetics.Simulation;

/// <summary>A kind of searching family: who is in it, who gave a sample, and who is sought (<c>missing</c>).</summary>
public sealed class FamilyKind
{
    /// <summary>Id of the member sought, in every kind.</summary>
    public const string Missing = "missing";

    readonly HashSet<string> _typed;
    readonly Pedigree _withSon, _withDaughter;

    FamilyKind(string name, string title, IReadOnlyList<string> typed, params PedigreeRow[] relatives)
    {
        (Name, Title, _typed) = (name, title, [.. typed]);
        (_withSon, _withDaughter) = (With(relatives, Sex.Male), With(relatives, Sex.Female));
    }

    public static IReadOnlyList<FamilyKind> All { get; } =
    [
        new("couple", "both parents", ["father", "mother"], Father, Mother),
        new("father", "the father only", ["father"], Father, Mother),
        new("mother", "the mother only", ["mother"], Father, Mother),
        new("siblings", "a full sister and a full brother", ["sister", "brother"], Father, Mother, Sister, Brother),
        new("mother-sister", "the mother and a full sister", ["mother", "sister"], Father, Mother, Sister),
        new("grandparents", "the father's parents and brother", ["grandfather", "grandmother", "uncle"],
            Grandfather, Grandmother, FatherWithParents, Uncle, Mother),
        new("mother-uncle", "the mother and the father's brother", ["mother", "uncle"],
            Grandfather, Grandmother, FatherWithParents, Uncle, Mother),
    ];

    /// <summary>As it is given on the command line.</summary>
    public string Name { get; }

    /// <summary>Who gave a sample, in words.</summary>
    public string Title { get; }

    public bool IsTyped(string member) => _typed.Contains(member);

    public Pedigree With(Sex missing) => missing == Sex.Female ? _withDaughter : _withSon;

    public static FamilyKind? Find(string name) => All.FirstOrDefault(it => it.Name == name);

    static PedigreeRow Father => new("father", Sex.Male, null, null);
    static PedigreeRow Mother => new("mother", Sex.Female, null, null);
    static PedigreeRow Sister => new("sister", Sex.Female, "father", "mother");
    static PedigreeRow Brother => new("brother", Sex.Male, "father", "mother");
    static PedigreeRow Grandfather => new("grandfather", Sex.Male, null, null);
    static PedigreeRow Grandmother => new("grandmother", Sex.Female, null, null);
    static PedigreeRow FatherWithParents => new("father", Sex.Male, "grandfather", "grandmother");
    static PedigreeRow Uncle => new("uncle", Sex.Male, "grandfather", "grandmother");

    static Pedigree With(PedigreeRow[] relatives, Sex missing)
    {
        var parsed = Pedigree.From([.. relatives, new(Missing, missing, "father", "mother")]);
        Check.That(parsed.IsValid);
        return parsed.Value;
    }
}
