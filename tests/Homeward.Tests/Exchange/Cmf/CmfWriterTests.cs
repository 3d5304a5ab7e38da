using System.Text;
using CsCheck;
using Homeward.Exchange.Cmf;
using Homeward.Genetics.Markers;
using Homeward.Genetics.Profiles;
using Homeward.Tests.Exchange.Profiles;

namespace Homeward.Tests.Exchange.Cmf;

public sealed class CmfWriterTests
{
    static readonly CmfHeader Header = new()
    {
        DestinationOri = "NATIONAL",
        SourceLab = "LAB1",
        SubmittedBy = "analyst1",
        SubmittedAt = new(2011, 7, 27, 8, 0, 0),
        SpecimenCategory = "Missing Person",
    };

    [Fact]
    public void Profiles_written_are_read_back_the_same() => ProfileGenerator.Profiles.Sample(profiles =>
    {
        using var stream = new MemoryStream();
        Assert.Empty(CmfWriter.Write(stream, profiles, Header));
        var read = CmfReader.Read(new MemoryStream(stream.ToArray()));
        Assert.Empty(read.Problems.Lines());
        Assert.Equal(profiles.Select(ProfileGenerator.Shown), read.Value!.Select(ProfileGenerator.Shown));
    });

    [Fact]
    public void A_homozygote_is_written_once_and_markers_by_their_CODIS_names()
    {
        var profile = new Profile("S1", new Dictionary<string, Genotype>
        {
            ["AMEL"] = new(Allele.X, Allele.X),
            ["Y-GATA-H4"] = new(Allele.Repeats(11), Allele.Repeats(11)),
        })
        { Unused = new Dictionary<string, string> { ["TH01"] = "9/<5" } };
        using var stream = new MemoryStream();
        Assert.Empty(CmfWriter.Write(stream, [profile], Header));
        var text = Encoding.UTF8.GetString(stream.ToArray());
        Assert.Equal(
            ["NATIONAL", "Amelogenin", "X", "TH01", "9", "&lt;5", "YGATAH4", "11"],
            text.Split('\n')
                .Where(it => it.Contains("ORI>") || it.Contains("LOCUSNAME") || it.Contains("ALLELEVALUE"))
                .Select(it => it.Split('>', 2)[1].Split("</")[0]));
        Assert.Contains("xmlns=\"urn:CODISImportFile-schema\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_format_cannot_hold_is_told_and_nothing_is_written()
    {
        var genotype = new Genotype(Allele.Repeats(20), Allele.Repeats(21));
        var typed = new Dictionary<string, Genotype> { ["D22GATA198B05"] = genotype };
        using var stream = new MemoryStream();
        var problems = CmfWriter.Write(
            stream,
            [
                new("a name that is longer than 24 characters", typed),
                new("S2", new Dictionary<string, Genotype>()),
                new("S2", typed),
            ],
            Header with { SourceLab = "a long laboratory" });
        Assert.Equal(
            [
                "SOURCELAB: is longer than 10 characters",
                "profile 1: has a name that is not 1 to 24 characters of XML without spaces around",
                "profile 1: has the marker D22GATA198B05, whose name is longer than 10 characters",
                "profile 2: has 0 markers; the format holds 1 to 64",
                "profile 3: has the name of an earlier one",
                "profile 3: has the marker D22GATA198B05, whose name is longer than 10 characters",
            ],
            problems.Lines());
        Assert.Equal(0, stream.Length);
    }
}
