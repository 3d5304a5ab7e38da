using Homeward.Exchange.Familias;
using Homeward.Genetics.Mutation;
using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Primitives;

namespace Homeward.Tests.Exchange.Familias;

public sealed class FamiliasReaderTests
{
    [Fact]
    public void Settings_of_the_database_are_honoured()
    {
        var project = Read("Files/pedigrees.fam").Value!;
        Assert.Equal(0.02, project.Theta);
        Assert.Equal(["TH01", "D3S1358", "vWA"], project.Loci.Select(it => it.Name));

        var first = project.Loci[0];
        Assert.Equal(new MutationModel.Equal(0.001), first.Female);
        Assert.Equal(new MutationModel.Proportional(0.002), first.Male);
        Assert.Equal((0.05, 500), (first.DropOut, first.DatabaseSize));
        Assert.Equal([0.2, 0.3, 0.4, 0.1], first.Frequencies, (a, b) => Math.Abs(a - b) < 1e-12);

        var second = project.Loci[1];
        Assert.Equal(new MutationModel.Stepwise(0.001, 0, 0.2) { Transform = MutationTransform.PM }, second.Female);
        Assert.Equal(new MutationModel.Stepwise(0.002, 1e-6, 0.1), second.Male);
        Assert.Equal(0.05, second.SilentFrequency);
        Assert.Equal(0.95, second.Frequencies.Sum(), 12);

        Assert.Equal(new MutationModel.None(), project.Loci[2].Female);
        Assert.Equal(new MutationModel.Stepwise(0.002, 0, 0.1), project.Loci[2].Male);
    }

    [Fact]
    public void Persons_twins_extras_and_pedigrees_are_read()
    {
        var read = Read("Files/pedigrees.fam");
        var project = read.Value!;
        Assert.Equal(["AF", "CH", "TW"], project.Profiles.Select(it => it.Id));
        Assert.Equal("6/9.3", project.Profiles[0].Genotypes["TH01"].ToString());
        Assert.Equal("15/15", project.Profiles[0].Genotypes["D3S1358"].ToString());
        Assert.Equal([0, 0.05, 0], project.Profiles.Select(it => it.DropOut));

        Assert.Equal(["H1", "H2"], project.Hypotheses.Select(it => it.Id));
        var h1 = project.Hypotheses[0].Pedigree;
        Assert.Equal(h1.IndexOf("CH"), h1.IdenticalTo[h1.IndexOf("TW")]);
        var (child, twin) = (h1.Members[h1.IndexOf("CH")], h1.Members[h1.IndexOf("TW")]);
        Assert.Equal((h1.IndexOf("AF"), h1.IndexOf("extra female 1")), (child.Father, child.Mother));
        Assert.Equal((child.Father, child.Mother), (twin.Father, twin.Mother));

        var h2 = project.Hypotheses[1].Pedigree;
        var sibling = h2.Members[h2.IndexOf("SIB")];
        Assert.Equal("extra male 3", h2.Members[sibling.Father].Id);
        Assert.Equal("extra female 2", h2.Members[sibling.Mother].Id);
        Assert.Equal(
            [
                "line 54: children of one parent were each given another, untyped and unrelated",
                "line 63: children of one parent were each given another, untyped and unrelated",
                "line 75: the locus has an allele that is no repeat number; only its frequency is used",
            ],
            read.Warnings.Lines());
    }

    [Fact]
    public void Families_and_finds_of_the_DVI_module_are_read()
    {
        var read = Read("Files/family_search/families.fam");
        var project = read.Value!;
        Assert.Equal(0.01, project.Theta);
        Assert.Equal(19, project.Loci.Count);
        Assert.Equal(["C1", "C2", "C3", "C4", "C5"], project.Unidentified.Select(it => it.Id));
        Assert.Equal(["F1", "F2", "F3", "F4", "F5"], project.Families.Select(it => it.Id));
        Assert.All(project.Families, it => Assert.Equal(["Missing person"], it.Missing));
        Assert.Equal(
            ["line 1302: children of one parent were each given another, untyped and unrelated"],
            read.Warnings.Lines());

        var tables = TestFiles.Profiles("Files/family_search/children_genemapper.txt").Value!.Profiles
            .Concat(TestFiles.Profiles("Files/family_search/references.csv").Value!.Profiles)
            .ToDictionary(it => it.Id.Replace('-', '/'));
        foreach (var profile in project.Unidentified.Concat(project.Profiles))
            foreach (var (marker, genotype) in profile.Genotypes)
                Assert.Equal((marker, tables[profile.Id].Genotypes[marker]), (marker, genotype));
        Assert.Equal(10, project.Profiles.Count);

        var third = project.Families[2];
        Assert.Equal(["F3/grandfather", "F3/grandmother", "F3/uncle"], third.Samples.Values);
        var missing = third.Pedigree.Members[third.Pedigree.IndexOf("Missing person")];
        Assert.Equal(third.Pedigree.IndexOf("father"), missing.Father);
        Assert.Equal(Sex.Unknown, missing.Sex);
    }

    [Fact]
    public void A_missing_parent_has_the_sex_that_the_other_parent_leaves()
    {
        var read = ReadText(Dvi("Parent= Wife\nChild= Son\nParent= Missing person\nChild= Son", relations: 2));
        Assert.DoesNotContain(read.Warnings, it => it.What.Contains("unknown sex", StringComparison.Ordinal));
        var pedigree = read.Value!.Families[0].Pedigree;
        Assert.Equal(Sex.Male, pedigree.Members[pedigree.IndexOf("Missing person")].Sex);
        var son = pedigree.Members[pedigree.IndexOf("Son")];
        Assert.Equal((pedigree.IndexOf("Missing person"), pedigree.IndexOf("Wife")), (son.Father, son.Mother));
    }

    [Fact]
    public void A_family_without_the_missing_person_is_warned_of() =>
        Assert.Equal(
            ["line 35: the family has no pedigree with the missing person; it cannot be searched for"],
            ReadText(Dvi("Parent= Wife\nChild= Son", relations: 1)).Warnings.Lines());

    [Fact]
    public void Alleles_that_are_no_repeat_numbers_are_held_apart_from_those_that_are()
    {
        var locus = Read("Files/pedigrees.fam").Value!.Loci[0];
        Assert.Equal("6 7 9.3 999.9", string.Join(' ', locus.Alleles));
    }

    static string Dvi(string pedigree, int relations) =>
        "\"Output from Familias, version 3.3.1\"\n\"\"\n3.3.1\n\"\"\n0\n\"Known relations\"\n0\n0\n0\n0\n"
        + "#FALSE# (#Databases: 1 ;Theta/Kinship/Fst: 0 )\n1\n#TRUE#\n\"db\"\n"
        + "\"TH01\"\n0\n0\n0\n0\n2\n0.1\n0.1\n0\n0\n#FALSE#\n0\n2\t(DatabaseSize = 100 )\n\"6\"\n0.5\n\"7\"\n0.5\n"
        + "[DVI]\n[[Reference Families]]\nnFamilies= 1\nName= F\nnPersons= 2\nName= Wife\nGender= Female\nnSystems= 1\n"
        + "SystemName= TH01\nAllele1= 6\nAllele2= 7\nName= Son\nGender= Male\nnSystems= 0\n"
        + $"nPedigrees= 1\nName= Reference pedigree\nnRelations= {relations}\n{pedigree}\n";

    static Parsed<FamiliasProject> Read(string path)
    {
        using var stream = TestFiles.Open(path);
        return Valid(FamiliasReader.Read(stream));
    }

    static Parsed<FamiliasProject> ReadText(string text) =>
        Valid(FamiliasReader.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text))));

    static Parsed<FamiliasProject> Valid(Parsed<FamiliasProject> read)
    {
        Assert.Empty(read.Problems.Lines());
        return read;
    }
}
