using Homeward.Genetics.Pedigrees;

namespace Homeward.Genetics.Likelihood;

/// <summary>A pedigree as the engine walks it: flat arrays, identical twins merged into their first.</summary>
sealed class FamilyShape
{
    readonly int[] _father, _mother, _order, _same;
    readonly Sex[] _sex;
    readonly int[][] _twins;

    public FamilyShape(Pedigree pedigree)
    {
        Count = pedigree.Members.Count;
        _same = [.. pedigree.IdenticalTo];
        _father = [.. pedigree.Members.Select(it => it.Father < 0 ? -1 : _same[it.Father])];
        _mother = [.. pedigree.Members.Select(it => it.Mother < 0 ? -1 : _same[it.Mother])];
        _sex = [.. pedigree.Members.Select(it => it.Sex)];
        // In place of the twin who comes first, who may be another than the one that stands for them.
        _order = [.. pedigree.AncestorsFirst.Select(it => _same[it]).Distinct()];
        int[] everybody = [.. Enumerable.Range(0, Count)];
        _twins = Array.ConvertAll(everybody, person => Array.FindAll(everybody, it => _same[it] == person));
        Signature = string.Concat(Enumerable.Range(0, Count)
            .Select(it => $"{(int)_sex[it]}{_father[it]},{_mother[it]},{_same[it]};"));
    }

    /// <summary>
    /// The form of the pedigree as text: parents, sexes and twins of all members in order, without their ids.
    /// </summary>
    public string Signature { get; }

    /// <summary>Members, twins counted each.</summary>
    public int Count { get; }

    /// <summary>The member that stands for each one: itself, or its first identical twin.</summary>
    public ReadOnlySpan<int> Same => _same;

    /// <summary>Those that stand for themselves, parents before children.</summary>
    public ReadOnlySpan<int> AncestorsFirst => _order;

    /// <summary>Everybody whom a member stands for.</summary>
    public ReadOnlySpan<int> TwinsOf(int person) => _twins[person];

    public bool IsFounder(int person) => _father[person] < 0;
    public int FatherOf(int person) => _father[person];
    public int MotherOf(int person) => _mother[person];
    public Sex SexOf(int person) => _sex[person];
}
