using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Primitives;
using Homeward.Genetics.Profiles;

namespace Homeward.Genetics.Kinship;

/// <summary>
/// What may be true when a child's profile is laid beside a family: the child is the missing member; the child is
/// unrelated; or a typed relative stands in a place that belongs to a close relative of the true parent.
/// </summary>
/// <remarks>Which alternatives, and why these, is told in docs/math/alternatives.md.</remarks>
public static class FamilyClaims
{
    public const string IsTheMissing = "the child is the missing member";
    public const string IsUnrelated = "the child is unrelated";

    /// <summary>The claim, "unrelated", then the alternatives: all over the same profiles.</summary>
    /// <param name="family">The family.</param>
    /// <param name="missing">Index of the missing member in question; other missing members stay untyped.</param>
    /// <param name="child">The child's profile.</param>
    /// <param name="childSex">As typed or recorded; the missing member's own recorded sex is used when it is
    /// unknown.</param>
    public static IReadOnlyList<Hypothesis> Of(Family family, int missing, Profile child, Sex childSex)
    {
        var claims = new FamilyClaimsBuilder(family, missing, child, childSex);
        return [claims.Missing(), claims.Unrelated(), .. claims.Alternatives()];
    }

    /// <summary>Only the claim and "unrelated".</summary>
    public static (Hypothesis Missing, Hypothesis Unrelated) Main(
        Family family, int missing, Profile child, Sex childSex)
    {
        var claims = new FamilyClaimsBuilder(family, missing, child, childSex);
        return (claims.Missing(), claims.Unrelated());
    }
}

/// <summary>Rewrites the rows of a family's pedigree into each claim.</summary>
sealed class FamilyClaimsBuilder
{
    // No id of a file can hold a control character, so the added members never meet a member's own id.
    const string Child = "\u0001child";
    const string TrueParent = "\u0001parent";
    const string OtherFather = "\u0001father";
    const string OtherMother = "\u0001mother";

    readonly Family _family;
    readonly Profile _child;
    readonly Sex _childSex;
    readonly string _missing;
    readonly PedigreeRow[] _rows;
    readonly Dictionary<string, Profile> _profiles = new(StringComparer.Ordinal);

    public FamilyClaimsBuilder(Family family, int missing, Profile child, Sex childSex)
    {
        Check.That(family.Profiles[missing] is null);
        var members = family.Pedigree.Members;
        (_family, _child, _missing) = (family, child, members[missing].Id);
        _childSex = childSex == Sex.Unknown ? members[missing].Sex : childSex;
        // A father cannot become female, nor one of two identical twins: these keep the recorded sex.
        var isParent = members.Any(it => it.Father == missing || it.Mother == missing);
        if (isParent || TwinsOf(members[missing].Id).Count > 1) _childSex = members[missing].Sex;
        _rows = [.. members.Select((it, i) => new PedigreeRow(
            it.Id, i == missing ? _childSex : it.Sex, IdOf(it.Father), IdOf(it.Mother)))];
        foreach (var i in family.Typed) _profiles.Add(members[i].Id, family.Profiles[i]!);

        string? IdOf(int parent) => parent < 0 ? null : members[parent].Id;
    }

    public Hypothesis Missing() => Claim(FamilyClaims.IsTheMissing, _rows, _missing);

    public Hypothesis Unrelated() =>
        Claim(FamilyClaims.IsUnrelated, [.. _rows, new(Child, _childSex, null, null)], Child);

    public IEnumerable<Hypothesis> Alternatives()
    {
        var missing = Row(_missing);
        if (missing.Father is null || missing.Mother is null) yield break;
        var anyParentTyped = false;
        foreach (var parent in (string[])[missing.Father, missing.Mother])
        {
            if (!_profiles.ContainsKey(parent)) continue;
            anyParentTyped = true;
            yield return ParentUnrelated(parent);
            yield return ParentIsSibling(parent);
            yield return ParentIsGrandparent(parent);
            if (CanBeChildsSibling(parent)) yield return ParentIsChildsSibling(parent);
        }
        if (anyParentTyped || !HasTypedFullSibling(missing)) yield break;
        yield return HalfSibling(missing, keepFather: false);
        yield return HalfSibling(missing, keepFather: true);
    }

    bool HasTypedFullSibling(PedigreeRow missing) => _rows.Any(it =>
        it.Id != _missing && it.Father == missing.Father && it.Mother == missing.Mother &&
        _profiles.ContainsKey(it.Id));

    /// <summary>Another, untyped person is the child's parent; the typed one keeps everything else.</summary>
    Hypothesis ParentUnrelated(string parent) => Claim(
        $"{Role(parent)} is unrelated to the child",
        [.. _rows.Select(it => it.Id == _missing ? WithParent(it, parent, TrueParent) : it),
            Founder(TrueParent, SexOf(parent))],
        _missing);

    /// <summary>The typed one is an uncle or aunt: a full sibling of the true parent.</summary>
    Hypothesis ParentIsSibling(string parent)
    {
        var rows = InParentsPlace(parent);
        var row = Row(parent);
        if (row.Father is null)
        {
            var twins = TwinsOf(parent);
            rows = [
                .. rows.Select(it =>
                    twins.Contains(it.Id) ? it with { Father = OtherFather, Mother = OtherMother } : it),
                Founder(OtherFather, Sex.Male), Founder(OtherMother, Sex.Female)];
            row = row with { Father = OtherFather, Mother = OtherMother };
        }
        return Claim(
            $"{Role(parent)} is a full sibling of the true one",
            [.. rows, new(TrueParent, row.Sex, row.Father, row.Mother)], _missing);
    }

    /// <summary>The typed one is a grandparent: the true parent is his or her child.</summary>
    Hypothesis ParentIsGrandparent(string parent)
    {
        var isMale = SexOf(parent) == Sex.Male;
        var (partner, partnerSex) = isMale ? (OtherMother, Sex.Female) : (OtherFather, Sex.Male);
        return Claim(
            $"{Role(parent)} is a parent of the true one",
            [.. InParentsPlace(parent), Founder(partner, partnerSex),
                new(TrueParent, SexOf(parent), isMale ? parent : partner, isMale ? partner : parent)],
            _missing);
    }

    /// <summary>
    /// The typed one is the child's brother or sister: both have the same, untyped, parent in that place.
    /// </summary>
    Hypothesis ParentIsChildsSibling(string parent)
    {
        var name = $"{Role(parent)} is a full sibling of the child";
        var row = Row(parent);
        var missing = Row(_missing);
        if (row.Father is not null)
            return Claim(name,
                [.. _rows.Select(it => it.Id == _missing ? it with { Father = row.Father, Mother = row.Mother } : it)],
                _missing);
        var (father, mother) = row.Sex == Sex.Male ? (TrueParent, missing.Mother) : (missing.Father, TrueParent);
        var twins = TwinsOf(parent);
        var rows = InParentsPlace(parent)
            .Select(it => twins.Contains(it.Id) ? it with { Father = father, Mother = mother } : it);
        return Claim(name, [.. rows, Founder(TrueParent, row.Sex)], _missing);
    }

    /// <summary>
    /// Not where the child's other parent, becoming a parent of the typed one, would be an own ancestor.
    /// </summary>
    bool CanBeChildsSibling(string parent)
    {
        if (Row(parent).Father is not null) return true;
        var missing = Row(_missing);
        var other = missing.Father == parent ? missing.Mother! : missing.Father!;
        var descendants = TwinsOf(parent);
        foreach (var row in _family.Pedigree.AncestorsFirst.Select(it => _rows[it]))
            if (row.Father is not null && (descendants.Contains(row.Father) || descendants.Contains(row.Mother!)))
                descendants.Add(row.Id);
        return !descendants.Contains(other);
    }

    Hypothesis HalfSibling(PedigreeRow missing, bool keepFather)
    {
        var (replaced, sex) = keepFather ? (missing.Mother!, Sex.Female) : (missing.Father!, Sex.Male);
        return Claim(
            $"the child is a half sibling, by the {(keepFather ? "father" : "mother")}",
            [.. _rows.Select(it => it.Id == _missing ? WithParent(it, replaced, TrueParent) : it),
                Founder(TrueParent, sex)],
            _missing);
    }

    /// <summary>The true parent has the child and its full siblings; the typed one keeps the rest.</summary>
    PedigreeRow[] InParentsPlace(string parent)
    {
        var missing = Row(_missing);
        return [.. _rows.Select(it =>
            it.Father == missing.Father && it.Mother == missing.Mother ? WithParent(it, parent, TrueParent) : it)];
    }

    static PedigreeRow WithParent(PedigreeRow row, string old, string parent) =>
        row.Father == old ? row with { Father = parent } : row with { Mother = parent };

    static PedigreeRow Founder(string id, Sex sex) => new(id, sex, null, null);
    PedigreeRow Row(string id) => Array.Find(_rows, it => it.Id == id)!;
    Sex SexOf(string id) => Row(id).Sex;
    string Role(string parent) => SexOf(parent) == Sex.Male ? "the typed father" : "the typed mother";

    Hypothesis Claim(string name, IReadOnlyList<PedigreeRow> rows, string child)
    {
        var pedigree = Pedigree.Trusted(rows, TwinsAmong(rows));
        var profiles = pedigree.Members.Select(it => it.Id == child ? _child : _profiles.GetValueOrDefault(it.Id));
        return new(name, pedigree, [.. profiles]);
    }

    /// <summary>The member and all identical twins.</summary>
    HashSet<string> TwinsOf(string id)
    {
        var pedigree = _family.Pedigree;
        var first = pedigree.IdenticalTo[pedigree.IndexOf(id)];
        return [.. pedigree.Members.Where((_, i) => pedigree.IdenticalTo[i] == first).Select(it => it.Id)];
    }

    /// <summary>The family's identical twins, as far as the claim leaves them the same parents.</summary>
    IReadOnlyList<(string, string)> TwinsAmong(IReadOnlyList<PedigreeRow> rows)
    {
        var members = _family.Pedigree.Members;
        var parents = rows.ToDictionary(it => it.Id, it => (it.Father, it.Mother));
        return [.. members.Index()
            .Select(it => (First: members[_family.Pedigree.IdenticalTo[it.Index]].Id, Second: it.Item.Id))
            .Where(it => it.First != it.Second && parents[it.First] == parents[it.Second])];
    }
}
