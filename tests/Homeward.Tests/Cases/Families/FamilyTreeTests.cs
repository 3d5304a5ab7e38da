using Homeward.Cases.Families;
using Homeward.Cases.People;

namespace Homeward.Tests.Cases.Families;

public sealed class FamilyTreeTests
{
    static readonly FamilyId Id = new(new Guid(1, 0, 0, new byte[8]));

    [Fact]
    public void A_family_is_the_pedigree_that_the_engine_calculates_with()
    {
        var tree = FamilyTree.Of([Father, Mother, Child]);

        Assert.True(tree.IsValid);
        Assert.Equal((0, 1), (tree.Value.Members[2].Father, tree.Value.Members[2].Mother));
    }

    [Fact]
    public void Whatever_is_wrong_with_it_is_told_by_member() =>
        Assert.Equal(
            ["nobody of this family is missing"],
            FamilyTree.Of([Father, Mother]).Problems.Select(it => it.ToString()));

    [Fact]
    public void Somebody_who_is_missing_has_no_sample() =>
        Assert.Equal(
            ["child: a missing person has no sample"],
            FamilyTree.Of([Father, Mother, Child with { Sample = "S-9" }]).Problems.Select(it => it.ToString()));

    [Fact]
    public void One_parent_alone_is_no_pedigree() =>
        Assert.False(FamilyTree.Of([Father, Child with { Mother = null }]).IsValid);

    static FamilyMember Father => new() { Family = Id, Name = "father", Sex = Sex.Male, Sample = "S-1" };

    static FamilyMember Mother => new() { Family = Id, Name = "mother", Sex = Sex.Female };

    static FamilyMember Child => new()
    {
        Family = Id,
        Name = "child",
        Father = "father",
        Mother = "mother",
        Sex = Sex.Female,
        IsMissing = true,
    };
}
