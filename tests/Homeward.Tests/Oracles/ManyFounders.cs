using Homeward.Genetics.Pedigrees;

namespace Homeward.Tests.Oracles;

/// <summary>Families in which more founder alleles are unseen than partitions of them could be summed over.</summary>
static class ManyFounders
{
    /// <summary>Members as "id sex father mother", untyped ones with a question mark behind.</summary>
    static readonly Dictionary<string, string[]> Families = new()
    {
        ["double cousins, uncle"] =
        [
            "a m? - -", "b f? - -", "c m? - -", "d f? - -", "e m? a b", "f m? a b", "g f? c d", "h f? c d", "u m a b",
            "x m e g", "y f f h",
        ],
        ["second cousins"] =
        [
            "a m? - -", "b f? - -", "c m? a b", "d m? a b", "e f? - -", "f f? - -", "g m? c e", "h m? d f",
            "i f? - -", "j f? - -", "x m g i", "y f h j",
        ],
        ["two couples, two cousins"] =
        [
            "a m? - -", "b f? - -", "c m? - -", "d f? - -", "e m? a b", "f f? c d", "g m? a b", "h f? c d",
            "i f? - -", "j m? - -", "x m e f", "y f g i", "z m j h",
        ],
        ["four wives"] =
        [
            "a m? - -", "b f? - -", "c f? - -", "d f? - -", "e f? - -", "b1 m a b", "b2 f a b", "c1 m a c", "c2 m a c",
            "d1 f a d", "d2 m a d", "e1 f a e", "e2 f a e",
        ],
        ["cousins' child and his cousins"] =
        [
            "a m? - -", "b f? - -", "c m? a b", "d f? a b", "e f? - -", "f m? - -", "g m? c e", "h f? f d",
            "x m g h", "i m? a b", "j f? - -", "y f i j", "z f i j",
        ],
    };

    public static (Pedigree Pedigree, bool[] Typed) Named(string name)
    {
        var fields = Families[name].Select(it => it.Split(' ')).ToArray();
        var pedigree = Pedigree.From([.. fields.Select(it => new PedigreeRow(
            it[0], it[1][0] == 'm' ? Sex.Male : Sex.Female, Parent(it[2]), Parent(it[3])))]).Value!;
        return (pedigree, [.. fields.Select(it => !it[1].EndsWith('?'))]);
    }

    static string? Parent(string id) => id == "-" ? null : id;
}
