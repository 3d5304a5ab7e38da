using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Primitives;
using NodeSex = Homeward.Genetics.Pedigrees.Sex;

namespace Homeward.Cases.Families;

/// <summary>A family's members as the pedigree that the engine calculates with.</summary>
public static class FamilyTree
{
    /// <returns>The pedigree, or everything that is wrong with it, by member; also when nobody is missing, or when
    /// somebody missing has a sample.</returns>
    public static Parsed<Pedigree> Of(IReadOnlyList<FamilyMember> members)
    {
        var pedigree = Pedigree.From(
            [.. members.Select(it => new PedigreeRow(it.Name, OfNode(it.Sex), it.Father, it.Mother))]);
        var problems = new Problems();
        if (!pedigree.IsValid) problems.AddAll(pedigree.Problems);
        if (!members.Any(it => it.IsMissing)) problems.Add("", "nobody of this family is missing");
        foreach (var member in members)
            if (member is { IsMissing: true, Sample: not null })
                problems.Add(member.Name, "a missing person has no sample");
        return problems.Any ? problems : pedigree;
    }

    /// <summary>The sex as pedigrees know it.</summary>
    public static NodeSex OfNode(People.Sex sex) => sex switch
    {
        People.Sex.Female => NodeSex.Female,
        People.Sex.Male => NodeSex.Male,
        People.Sex.Intersex or People.Sex.Unknown => NodeSex.Unknown,
    };
}
