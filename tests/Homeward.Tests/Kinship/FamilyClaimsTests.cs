using Homeward.Genetics.Kinship;
using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Profiles;
using static Homeward.Tests.Kinship.MadeUpKinship;

namespace Homeward.Tests.Kinship;

public sealed class FamilyClaimsTests
{
    const string Parents = "FA m, MO f, CH m FA MO";
    const string Siblings = "FA m, MO f, BR m FA MO, SI f FA MO, CH m FA MO";
    const string Uncle = "GF m, GM f, FA m GF GM, UN m GF GM, MO f, CH m FA MO";
    const string HalfSibling = "FA m, MO f, M2 f, HS m FA M2, CH m FA MO";
    const string OwnChildren = "CH m, WI f, S1 m CH WI, S2 f CH WI";
    const string FatherAndDaughter = "FA m, GM f, MO f FA GM, CH m FA MO";
    const string BrotherAndSister = "GF m, GM f, FA m GF GM, MO f GF GM, CH m FA MO";
    const string FromTheFathersOwnFamily = "GF m, GM f, FA m GF GM, MO f, CH m FA MO";
    const string ThreeGenerations = "GF m, GM f, FA m GF GM, MO f, CH m FA MO, WI f, GC m CH WI";

    static readonly Profile Child = Profile("child", "M1 12/13");

    public static TheoryData<string, string> Shapes => new()
    {
        { Parents, "FA MO" }, { Parents, "FA" }, { Parents, "MO" },
        { Siblings, "BR SI" }, { Siblings, "FA BR" }, { Siblings, "FA MO BR SI" }, { Siblings, "SI" },
        { Uncle, "GF GM" }, { Uncle, "UN" }, { Uncle, "UN MO" }, { Uncle, "FA UN" }, { Uncle, "GF GM FA UN MO" },
        { HalfSibling, "HS" }, { HalfSibling, "FA HS" }, { HalfSibling, "MO HS M2" },
        { OwnChildren, "S1 S2" }, { OwnChildren, "WI S1" },
        { ThreeGenerations, "FA MO GC" }, { ThreeGenerations, "GF GC" },
        { FatherAndDaughter, "FA MO" }, { FatherAndDaughter, "FA" }, { FatherAndDaughter, "MO" },
        { BrotherAndSister, "FA MO" }, { BrotherAndSister, "GF FA" }, { FromTheFathersOwnFamily, "FA MO" },
    };

    [Theory, MemberData(nameof(Shapes))]
    public void Every_claim_is_about_the_same_profiles_and_can_be_calculated(string pedigree, string typed)
    {
        var family = Typed(pedigree, typed);
        var expected = family.Profiles.OfType<Profile>().Append(Child).ToHashSet();
        foreach (var sex in Enum.GetValues<Sex>())
        {
            var claims = FamilyClaims.Of(family, family.Missing[0], Child, sex);
            Assert.Equal(FamilyClaims.IsTheMissing, claims[0].Name);
            Assert.Equal(FamilyClaims.IsUnrelated, claims[1].Name);
            Assert.Equal(claims.Count, claims.Select(it => it.Name).Distinct().Count());
            Assert.All(claims, it => Assert.True(expected.SetEquals(it.Profiles.OfType<Profile>())));
            Assert.All(claims, it => Assert.True(double.IsFinite(Log10(it, it, Flat(0)) + Log10(it, it, Flat(0.02)))));
        }
    }

    [Theory, MemberData(nameof(Shapes))]
    public void Everybody_typed_keeps_the_recorded_sex_and_nobody_is_lost(string pedigree, string typed)
    {
        var family = Typed(pedigree, typed);
        foreach (var claim in FamilyClaims.Of(family, family.Missing[0], Child, Sex.Unknown))
            foreach (var member in family.Pedigree.Members)
                Assert.Equal(member.Sex, claim.Pedigree.Members[claim.Pedigree.IndexOf(member.Id)].Sex);
    }

    [Fact]
    public void The_claim_puts_the_child_in_the_missing_members_place()
    {
        var claim = Claim(Parents, "FA MO", FamilyClaims.IsTheMissing);
        Assert.Equal(("FA", "MO"), ParentsOf(claim, ChildIn(claim)));
        Assert.Equal("CH", claim.Pedigree.Members[ChildIn(claim)].Id);
    }

    [Fact]
    public void An_unrelated_child_has_no_relatives_and_the_missing_member_stays_untyped()
    {
        var claim = Claim(Siblings, "BR SI", FamilyClaims.IsUnrelated);
        Assert.True(claim.Pedigree.Members[ChildIn(claim)].IsFounder);
        Assert.DoesNotContain(claim.Pedigree.Members, it => it.Father == ChildIn(claim) || it.Mother == ChildIn(claim));
        Assert.Null(claim.Profiles[claim.Pedigree.IndexOf("CH")]);
    }

    [Fact]
    public void A_father_who_is_unrelated_leaves_his_place_to_a_stranger_and_keeps_his_other_children()
    {
        var claim = Claim(Siblings, "FA MO BR SI", "the typed father is unrelated to the child");
        var (father, mother) = ParentsOf(claim, ChildIn(claim));
        Assert.Equal("MO", mother);
        Assert.True(Member(claim, father).IsFounder);
        Assert.Null(ProfileOf(claim, father));
        Assert.Equal(("FA", "MO"), ParentsOf(claim, claim.Pedigree.IndexOf("BR")));
    }

    [Theory]
    [InlineData(Siblings, "FA MO BR SI")]
    [InlineData(FromTheFathersOwnFamily, "GF FA MO")]
    public void A_father_who_is_an_uncle_has_the_true_fathers_parents(string pedigree, string typed)
    {
        var claim = Claim(pedigree, typed, "the typed father is a full sibling of the true one");
        var (father, mother) = ParentsOf(claim, ChildIn(claim));
        Assert.Equal("MO", mother);
        Assert.NotEqual("FA", father);
        Assert.Null(ProfileOf(claim, father));
        Assert.Equal(ParentsOf(claim, claim.Pedigree.IndexOf("FA")), ParentsOf(claim, claim.Pedigree.IndexOf(father)));
        Assert.False(Member(claim, "FA").IsFounder);
        if (claim.Pedigree.IndexOf("BR") is >= 0 and var brother)
            Assert.Equal((father, mother), ParentsOf(claim, brother));
    }

    [Fact]
    public void A_father_who_is_a_grandfather_is_the_true_fathers_father()
    {
        var claim = Claim(Parents, "FA MO", "the typed father is a parent of the true one");
        var (father, mother) = ParentsOf(claim, ChildIn(claim));
        Assert.Equal("MO", mother);
        Assert.Equal("FA", ParentsOf(claim, claim.Pedigree.IndexOf(father)).Father);
        Assert.Null(ProfileOf(claim, father));
    }

    [Theory]
    [InlineData(Parents, "FA MO")]
    [InlineData(FromTheFathersOwnFamily, "FA MO")]
    public void A_father_who_is_the_childs_brother_has_the_childs_parents(string pedigree, string typed)
    {
        var claim = Claim(pedigree, typed, "the typed father is a full sibling of the child");
        var parents = ParentsOf(claim, ChildIn(claim));
        Assert.Equal(parents, ParentsOf(claim, claim.Pedigree.IndexOf("FA")));
        Assert.DoesNotContain("FA", new[] { parents.Father, parents.Mother });
    }

    [Fact]
    public void A_half_sibling_shares_one_parent_with_the_typed_full_sibling()
    {
        var byFather = Claim(Siblings, "BR", "the child is a half sibling, by the father");
        var (father, mother) = ParentsOf(byFather, ChildIn(byFather));
        Assert.Equal("FA", father);
        Assert.NotEqual("MO", mother);
        var byMother = Claim(Siblings, "BR", "the child is a half sibling, by the mother");
        (father, mother) = ParentsOf(byMother, ChildIn(byMother));
        Assert.NotEqual("FA", father);
        Assert.Equal("MO", mother);
    }

    [Theory]
    [InlineData(Parents, "FA MO", 8)]
    [InlineData(Parents, "MO", 4)]
    [InlineData(Siblings, "SI", 2)]
    [InlineData(Siblings, "MO SI", 4)]
    [InlineData(Uncle, "GF UN", 0)]
    [InlineData(HalfSibling, "HS", 0)]
    [InlineData(OwnChildren, "WI S1", 0)]
    [InlineData(FatherAndDaughter, "FA MO", 7)]                  // a daughter cannot be her own father's mother
    public void So_many_alternatives_as_typed_parents_allow(string pedigree, string typed, int count)
    {
        var family = Typed(pedigree, typed);
        Assert.Equal(2 + count, FamilyClaims.Of(family, family.Missing[0], Child, Sex.Male).Count);
    }

    [Fact]
    public void The_childs_sex_is_as_typed_then_as_recorded()
    {
        var family = Typed(Parents, "FA MO");
        Assert.Equal(Sex.Female, SexOfChild(family, Sex.Female));
        Assert.Equal(Sex.Male, SexOfChild(family, Sex.Unknown));
        Assert.Equal(Sex.Male, SexOfChild(Typed(OwnChildren, "S1"), Sex.Female));      // a father stays one
        Assert.Equal(Sex.Male, SexOfChild(WithTwins("CH", "TW"), Sex.Female));         // and so does a man's twin

        static Sex SexOfChild(Family family, Sex typed)
        {
            var claim = FamilyClaims.Main(family, family.Missing[0], Child, typed).Missing;
            return claim.Pedigree.Members[ChildIn(claim)].Sex;
        }
    }

    [Fact]
    public void A_typed_identical_twin_of_the_missing_decides_everything()
    {
        var family = WithTwins("CH", "TW");
        var (claim, unrelated) = FamilyClaims.Main(family, family.Missing[0], Child, Sex.Male);
        Assert.Equal(Math.Log10(1 / 0.12), Log10(claim, unrelated, Flat(0)), 1e-12);   // 1 / (2 · 0.2 · 0.3)
    }

    [Theory]
    [InlineData("the typed father is a full sibling of the true one")]
    [InlineData("the typed father is a full sibling of the child")]
    public void A_typed_father_and_his_identical_twin_stay_twins(string name)
    {
        var family = WithTwins("FA", "TW");
        var claim = FamilyClaims.Of(family, family.Missing[0], Child, Sex.Male).Single(it => it.Name == name);
        var pedigree = claim.Pedigree;
        Assert.Equal(pedigree.IdenticalTo[pedigree.IndexOf("FA")], pedigree.IdenticalTo[pedigree.IndexOf("TW")]);
    }

    [Fact]
    public void Ratios_of_a_trio_are_those_of_the_literature()
    {
        // FA 12/12, MO 13/13, CH 12/13, p(12) = 0.2: the father passes 12 for certain, his brother with 1/2·1 + 1/2·p,
        // his son likewise, a stranger with p; a child 12/12 of a mother 13/13 cannot be.
        var family = Family(Parents, "CH", Profile("FA", "M1 12/12"), Profile("MO", "M1 13/13"));
        var claims = FamilyClaims.Of(family, 2, Child, Sex.Male);
        double Over(string name) => Math.Pow(10, Log10(claims[0], claims.Single(it => it.Name == name), Flat(0)));
        Assert.Equal(1 / (2 * 0.2 * 0.3), Over(FamilyClaims.IsUnrelated), 1e-12);
        Assert.Equal(1 / 0.2, Over("the typed father is unrelated to the child"), 1e-12);
        Assert.Equal(1 / (0.5 + 0.5 * 0.2), Over("the typed father is a full sibling of the true one"), 1e-12);
        Assert.Equal(1 / (0.5 + 0.5 * 0.2), Over("the typed father is a parent of the true one"), 1e-12);
        Assert.Equal(double.PositiveInfinity, Over("the typed father is a full sibling of the child"));
        Assert.Equal(1 / 0.3, Over("the typed mother is unrelated to the child"), 1e-12);
    }

    [Fact]
    public void Ratios_of_a_duo_are_those_of_the_literature()
    {
        // Both 12/13, p = 0.2, q = 0.3: PI = (p + q)/(4pq); Thompson (1975): siblings 1/4 + PI/2 + 1/4/(2pq), an uncle
        // or a grandfather 1/2 + PI/2.
        var family = Family(Parents, "CH", Profile("FA", "M1 12/13"));
        var claims = FamilyClaims.Of(family, 2, Child, Sex.Male);
        double Over(string name) => Math.Pow(10, Log10(claims[0], claims.Single(it => it.Name == name), Flat(0)));
        const double pi = 0.5 / (4 * 0.2 * 0.3);
        Assert.Equal(pi, Over(FamilyClaims.IsUnrelated), 1e-12);
        Assert.Equal(pi, Over("the typed father is unrelated to the child"), 1e-12);
        Assert.Equal(pi / (0.5 + 0.5 * pi), Over("the typed father is a full sibling of the true one"), 1e-12);
        Assert.Equal(pi / (0.5 + 0.5 * pi), Over("the typed father is a parent of the true one"), 1e-12);
        Assert.Equal(
            pi / (0.25 + 0.5 * pi + 0.25 / 0.12), Over("the typed father is a full sibling of the child"), 1e-12);
    }

    [Fact]
    public void Ratios_over_half_siblings_are_those_of_the_literature()
    {
        var family = Family(Siblings, "CH", Profile("BR", "M1 12/13"));
        var claims = FamilyClaims.Of(family, 4, Child, Sex.Male);
        const double pi = 0.5 / (4 * 0.2 * 0.3), sibling = 0.25 + 0.5 * pi + 0.25 / 0.12;
        Assert.Equal(Math.Log10(sibling), Log10(claims[0], claims[1], Flat(0)), 1e-12);
        Assert.Equal(Math.Log10(sibling / (0.5 + 0.5 * pi)), Log10(claims[0], claims[2], Flat(0)), 1e-12);
        Assert.Equal(Math.Log10(sibling / (0.5 + 0.5 * pi)), Log10(claims[0], claims[3], Flat(0)), 1e-12);
    }

    static MarkerLadders Flat(double theta) => Ladders([Marker("M1", "12 0.2, 13 0.3, 14 0.5")], theta: theta);

    static Family Typed(string pedigree, string typed) =>
        Family(pedigree, "CH", [.. typed.Split(' ').Select(it => Profile(it, "M1 12/13"))]);

    /// <summary>Parents with one missing child; a twin of one of them is typed 12/13.</summary>
    static Family WithTwins(string member, string twin)
    {
        PedigreeRow[] rows = [
            new("FA", Sex.Male, null, null), new("MO", Sex.Female, null, null), new("CH", Sex.Male, "FA", "MO"),
            member == "CH" ? new(twin, Sex.Male, "FA", "MO") : new(twin, Sex.Male, null, null)];
        var pedigree = Pedigree.From(rows, [(member, twin)]).Value!;
        return member == "CH"
            ? Family("F1", pedigree, "CH", Profile(twin, "M1 12/13"))
            : Family("F1", pedigree, "CH", Profile(twin, "M1 12/13"), Profile(member, "M1 12/13"));
    }

    static Hypothesis Claim(string pedigree, string typed, string name)
    {
        var family = Typed(pedigree, typed);
        return FamilyClaims.Of(family, family.Missing[0], Child, Sex.Male).Single(it => it.Name == name);
    }

    static int ChildIn(Hypothesis claim) => claim.Profiles.Index().Single(it => it.Item == Child).Index;
    static Individual Member(Hypothesis claim, string id) => claim.Pedigree.Members[claim.Pedigree.IndexOf(id)];
    static Profile? ProfileOf(Hypothesis claim, string id) => claim.Profiles[claim.Pedigree.IndexOf(id)];

    static (string Father, string Mother) ParentsOf(Hypothesis claim, int member)
    {
        var it = claim.Pedigree.Members[member];
        return (claim.Pedigree.Members[it.Father].Id, claim.Pedigree.Members[it.Mother].Id);
    }
}
