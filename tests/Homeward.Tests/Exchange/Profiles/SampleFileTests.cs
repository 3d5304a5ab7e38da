using Homeward.Exchange.Profiles;
using Homeward.Genetics.Markers;
using Homeward.Genetics.Profiles;

namespace Homeward.Tests.Exchange.Profiles;

/// <summary>Files as laboratories make them, against the published genotypes of the control DNA in them.</summary>
public sealed class SampleFileTests
{
    [Theory]
    [InlineData("Files/genemapper_genotypes_en.txt", ProfileFormat.GeneMapper, 2, 23)]
    [InlineData("Files/genemapper_genotypes_zh.txt", ProfileFormat.GeneMapper, 1, 16)]
    [InlineData("Files/codis_cmf_3_2.xml", ProfileFormat.CodisCmf, 2, 23)]
    public void Control_DNA_is_read_as_it_was_published(string path, ProfileFormat format, int samples, int markers)
    {
        var file = TestFiles.Profiles(path);
        Assert.Empty(file.Problems);
        Assert.Empty(file.Warnings);
        Assert.Equal(format, file.Value!.Format);
        Assert.Equal(samples, file.Value.Profiles.Count);

        var read = file.Value.Profiles.Single(it => it.Id == "CTRL-2800M").Genotypes;
        Assert.Equal(markers, read.Count);
        var published = Control2800M();
        foreach (var (marker, genotype) in read) Assert.Equal((marker, published[marker]), (marker, genotype));
    }

    [Fact]
    public void The_family_search_files_are_read_whole()
    {
        var references = TestFiles.Profiles("Files/family_search/references.csv").Value!;
        Assert.Equal(ProfileFormat.TallTable, references.Format);
        Assert.Equal(10, references.Profiles.Count);
        Assert.All(references.Profiles, it => Assert.Equal(20, it.Genotypes.Count));

        var children = TestFiles.Profiles("Files/family_search/children_genemapper.txt").Value!;
        Assert.Equal(["C1", "C2", "C3", "C4", "C5"], children.Profiles.Select(it => it.Id));
        Assert.All(children.Profiles, it => Assert.Equal(20, it.Genotypes.Count));
        Assert.Equal(new(Allele.Repeats(15), Allele.Repeats(18)), children.Profiles[0].Genotypes["D3S1358"]);
        Assert.Equal(new(Allele.Repeats(9, 3), Allele.Repeats(9, 3)), children.Profiles[0].Genotypes["TH01"]);
    }

    static Dictionary<string, Genotype> Control2800M() =>
        TestFiles.Text("Files/control_2800M.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(it => it.Split(','))
            .ToDictionary(it => it[0], it => new Genotype(Of(it[1]), Of(it[2].Length == 0 ? it[1] : it[2])));

    static Allele Of(string text) => Allele.TryParse(text, out var allele) ? allele : throw new FormatException(text);
}
