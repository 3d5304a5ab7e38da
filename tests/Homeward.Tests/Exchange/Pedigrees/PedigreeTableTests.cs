using System.Text;
using Homeward.Exchange.Pedigrees;
using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Primitives;

namespace Homeward.Tests.Exchange.Pedigrees;

public sealed class PedigreeTableTests
{
    const string Header = "family,individual,father,mother,sex,sample,missing\n";

    [Fact]
    public void The_families_of_the_search_sample_are_read_whole()
    {
        var references = TestFiles.Profiles("Files/family_search/references.csv").Value!;
        var names = references.Profiles.Select(it => it.Id).ToHashSet();
        using var stream = TestFiles.Open("Files/family_search/families.csv");
        var families = PedigreeTable.Read(stream, names);
        Assert.Empty(families.Problems.Lines());
        Assert.Empty(families.Warnings.Lines());
        Assert.Equal(["F1", "F2", "F3", "F4", "F5"], families.Value!.Select(it => it.Id));
        Assert.All(families.Value!, it => Assert.Equal(["missing"], it.Missing));
        var third = families.Value![2];
        Assert.Equal(6, third.Pedigree.Members.Count);
        Assert.Equal(
            ["grandfather=F3-grandfather", "grandmother=F3-grandmother", "uncle=F3-uncle"],
            third.Samples.Select(it => $"{it.Key}={it.Value}"));
        var missing = third.Pedigree.Members[third.Pedigree.IndexOf("missing")];
        Assert.Equal(third.Pedigree.IndexOf("father"), missing.Father);
        Assert.Equal(Sex.Male, missing.Sex);
    }

    [Fact]
    public void Chinese_headers_and_values_are_read()
    {
        var family = Read("家系,个体,父亲,母亲,性别,样本,失踪\n一,f,,,男,S1,否\n一,m,,,女,,\n一,c,f,m,未知,,是\n").Value![0];
        Assert.Equal([Sex.Male, Sex.Female, Sex.Unknown], family.Pedigree.Members.Select(it => it.Sex));
        Assert.Equal(["c"], family.Missing);
    }

    [Fact]
    public void A_single_parent_gets_an_untyped_partner_with_a_warning()
    {
        var read = Read(Header + "F,mum,,,F,S1,\nF,kid,,mum,unknown,,1\n");
        Assert.Equal(["row 3: has one parent; an untyped other parent was added"], read.Warnings.Lines());
        var pedigree = read.Value![0].Pedigree;
        Assert.Equal(["mum", "father of kid", "kid"], pedigree.Members.Select(it => it.Id));
        Assert.Equal((1, 0), (pedigree.Members[2].Father, pedigree.Members[2].Mother));
    }

    [Fact]
    public void A_parent_without_a_sex_has_that_of_the_role() =>
        Assert.Equal(
            [Sex.Male, Sex.Female, Sex.Unknown],
            Read(Header + "F,f,0,0,,S1,\nF,m,0,0,,,\nF,c,f,m,,,yes\n").Value![0].Pedigree.Members.Select(it => it.Sex));

    [Fact]
    public void Families_that_cannot_be_searched_are_warned_of() =>
        Assert.Equal(
            ["row 2: the family that begins here seeks nobody", "row 3: the family that begins here has nobody typed"],
            Read(Header + "F,a,,,M,S1,\nG,b,,,M,,yes\n").Warnings.Lines());

    [Fact]
    public void A_sample_may_stand_in_two_families_as_in_two_hypotheses() =>
        Assert.Empty(Read(Header + "H1,a,,,M,S1,\nH2,a,,,M,S1,\n").Problems);

    static Parsed<IReadOnlyList<Family>> Read(string text) =>
        PedigreeTable.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), new HashSet<string> { "S1" });
}
