using Homeward.Server.Features.Laboratory;

namespace Homeward.Tests.Server.Laboratory;

/// <summary>What the members of a family are to whoever is missing.</summary>
public sealed class KinfolkTests
{
    [Theory]
    [InlineData("FA", "father")]
    [InlineData("MO", "mother")]
    [InlineData("BR", "brother")]
    [InlineData("SI", "sister")]
    [InlineData("HB", "half-brother")]
    [InlineData("GF", "fathers-father")]
    [InlineData("GM", "fathers-mother")]
    [InlineData("UN", "fathers-brother")]
    [InlineData("AU", "fathers-sister")]
    [InlineData("OT", "relative")]
    [InlineData("CH", "missing")]
    public void Everybody_is_called_by_what_he_is_to_the_missing_one(string member, string kin)
    {
        var pedigree = Oracles.Family.Of(
            "GF m, GM f, FA m GF GM, UN m GF GM, AU f GF GM, MO f, OT m, "
            + "CH f FA MO, BR m FA MO, SI f FA MO, HB m OT MO");

        Assert.Equal((kin, 0), new Kinfolk(pedigree, pedigree.IndexOf("CH")).Of(member));
    }

    [Fact]
    public void Brothers_are_numbered_and_the_missing_one_comes_last()
    {
        var pedigree = Oracles.Family.Of("FA m, MO f, CH m FA MO, B1 m FA MO, B2 m FA MO");
        var kin = new Kinfolk(pedigree, pedigree.IndexOf("CH"));

        Assert.Equal([("brother", 1), ("brother", 2)], new[] { kin.Of("B1"), kin.Of("B2") });
        Assert.Equal(
            ["FA", "MO", "B1", "B2", "CH"], kin.Order.Select(it => pedigree.Members[it].Id));
    }

    [Fact]
    public void A_missing_parent_has_children_and_a_partner()
    {
        var pedigree = Oracles.Family.Of("CH m, WI f, S1 m CH WI, S2 f CH WI");
        var kin = new Kinfolk(pedigree, pedigree.IndexOf("CH"));

        Assert.Equal(
            [("partner", 0), ("son", 0), ("daughter", 0)], new[] { kin.Of("WI"), kin.Of("S1"), kin.Of("S2") });
    }
}
