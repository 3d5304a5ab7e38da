using System.Text;
using Homeward.Exchange.Cmf;
using Homeward.Exchange.Familias;
using Homeward.Exchange.Pedigrees;
using Homeward.Exchange.Profiles;
using Homeward.Genetics.Markers;
using Homeward.Genetics.Primitives;
using Homeward.Genetics.Profiles;

namespace Homeward.Tests.Exchange;

/// <summary>What readers take: a small multiple of the file, and of a file without end next to nothing.</summary>
public sealed class ReaderMemoryTests
{
    const int Samples = 2_000;
    static readonly string[] Markers = [.. KitCatalogue.Find("GlobalFiler")!.Markers
        .Where(it => MarkerCatalogue.Find(it)!.Kind == MarkerKind.Autosomal)];

    [Theory]
    [InlineData("tall", 12)]
    [InlineData("wide", 12)]
    [InlineData("cmf", 4)]
    public void All_that_is_allocated_is_a_small_multiple_of_the_file(string format, int times)
    {
        var bytes = File(format);
        _ = ProfileFile.Read(new MemoryStream(bytes), "warm");
        var before = GC.GetAllocatedBytesForCurrentThread();
        var read = ProfileFile.Read(new MemoryStream(bytes), "file");
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(Samples, read.Value!.Profiles.Count);
        Assert.InRange(allocated, 0, (long)bytes.Length * times);
    }

    [Theory]
    [InlineData("sample,marker,allele1,allele2\n", "the line is longer")]
    [InlineData("sample", "the line is longer")]
    [InlineData("<CODISImportFile>", "longer than a megabyte")]
    [InlineData("<CODISImportFile><SOURCELAB>", "longer than a megabyte")]
    [InlineData("<CODISImportFile a=\"", "longer than a megabyte")]
    [InlineData("<", "longer than a megabyte")]
    [InlineData("<!--", "longer than a megabyte")]
    [InlineData("family,individual,father,mother,sex,sample\n", "the line is longer")]
    [InlineData("\"Output from Familias\"\n", "the line is longer")]
    public void A_gigabyte_without_an_end_is_refused_at_its_beginning(string start, string problem)
    {
        using var stream = new EndlessStream(start, 'x', 1L << 30);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Problems problems = start switch
        {
            ['f', ..] => PedigreeTable.Read(stream, null).Problems,
            ['"', ..] => FamiliasReader.Read(stream).Problems,
            _ => ProfileFile.Read(stream, "file").Problems,
        };
        Assert.Contains(problem, problems.Last().What, StringComparison.Ordinal);
        Assert.InRange(stream.Position, 0, 8 << 20);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 32 << 20);
    }

    static byte[] File(string format)
    {
        var profiles = Enumerable.Range(0, Samples).Select(i => new Profile(
            FormattableString.Invariant($"SAMPLE-{i:D6}"),
            Markers.Select((name, j) => (name, j)).ToDictionary(
                it => it.name,
                it => new Genotype(Allele.Repeats(10 + (i + it.j) % 9), Allele.Repeats(10 + i * it.j % 7))))).ToList();
        using var stream = new MemoryStream();
        if (format == "cmf")
            Assert.Empty(CmfWriter.Write(stream, profiles, Header));
        else
            stream.Write(Encoding.UTF8.GetBytes(format == "tall" ? Tall(profiles) : Wide(profiles)));
        return stream.ToArray();
    }

    static string Tall(IReadOnlyList<Profile> profiles)
    {
        using var writer = new StringWriter();
        TallTableWriter.Write(writer, profiles);
        return writer.ToString();
    }

    static string Wide(IReadOnlyList<Profile> profiles) =>
        string.Join('\n', profiles.Select(it => it.Id + "," + string.Join(',', Markers.Select(m => it.Genotypes[m])))
            .Prepend("sample," + string.Join(',', Markers)));

    static readonly CmfHeader Header = new()
    {
        DestinationOri = "NATIONAL",
        SourceLab = "LAB1",
        SubmittedBy = "analyst1",
        SubmittedAt = new(2011, 7, 27),
        SpecimenCategory = "Missing Person",
    };
}
