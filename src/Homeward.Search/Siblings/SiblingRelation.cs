using Homeward.Genetics.Kinship;
using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Primitives;
using Homeward.Genetics.Profiles;

namespace Homeward.Search.Siblings;

/// <summary>Two children of both parents, or of one: a family with one typed child and one sought.</summary>
/// <remarks>The typed child's sex is left open, and so no marker of the X counts.</remarks>
sealed class SiblingRelation
{
    const string Typed = "typed", Sought = "sought";
    readonly Pedigree _pedigree;

    SiblingRelation(params PedigreeRow[] rows)
    {
        var parsed = Pedigree.From(rows);
        Check.That(parsed.IsValid);
        _pedigree = parsed.Value;
    }

    public static SiblingRelation Full { get; } = new(
        new("father", Sex.Male, null, null), new("mother", Sex.Female, null, null),
        new(Typed, Sex.Unknown, "father", "mother"), new(Sought, Sex.Unknown, "father", "mother"));

    /// <summary>By the mother; by the father the ratio differs by the rates of mutation alone.</summary>
    public static SiblingRelation Half { get; } = new(
        new("father", Sex.Male, null, null), new("other father", Sex.Male, null, null),
        new("mother", Sex.Female, null, null),
        new(Typed, Sex.Unknown, "father", "mother"), new(Sought, Sex.Unknown, "other father", "mother"));

    public int SoughtMember => _pedigree.IndexOf(Sought);

    public Family FamilyOf(Profile typed) => new(
        typed.Id, _pedigree, [.. _pedigree.Members.Select(it => it.Id == Typed ? typed : null)], [SoughtMember]);
}
