using System.Text;
using System.Text.Json;
using Homeward.Exchange.Cmf;
using Homeward.Exchange.Familias;
using Homeward.Exchange.Pedigrees;
using Homeward.Exchange.Profiles;
using Homeward.Genetics.Markers;
using Homeward.Genetics.Primitives;
using Homeward.Genetics.Profiles;
using Homeward.Tests.Cli;

namespace Homeward.Tests.Exchange;

/// <summary>
/// What readers take: a small multiple of the file, and of a file without end next to nothing. What a whole process
/// holds can only be measured in a process of its own, where no other test runs and no code has yet been
/// compiled: there the runtime is given a limit, and a reader that needs more ends with an error.
/// </summary>
public sealed class ReaderMemoryTests : IDisposable
{
    const long TheProgramItself = 32 << 20;
    static readonly string[] Markers = [.. KitCatalogue.Find("GlobalFiler")!.Markers
        .Where(it => MarkerCatalogue.Find(it)!.Kind == MarkerKind.Autosomal)];
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("tall", 15_000, 4)]
    [InlineData("wide", 30_000, 12)]
    [InlineData("cmf", 4_000, 1)]
    public async Task A_file_is_read_in_a_small_multiple_of_its_size(string format, int samples, int times)
    {
        var bytes = File(format, samples);
        var path = _folder["profiles"];
        await System.IO.File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);
        var limit = TheProgramItself + times * bytes.LongLength;
        var run = await ProcessOfItsOwn.Run(
            "homeward", ["check", path, "--json"], ("DOTNET_GCHeapHardLimit", limit.ToString("x", null)));
        Assert.True(run.ExitCode == 0, $"ended with {run.ExitCode}: {run.Error}");
        var file = JsonDocument.Parse(run.Output).RootElement.GetProperty("files")[0].GetProperty("profiles");
        Assert.Equal(samples, file.GetProperty("samples").GetArrayLength());
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
        Problems problems = start switch
        {
            ['f', ..] => PedigreeTable.Read(stream, null).Problems,
            ['"', ..] => FamiliasReader.Read(stream).Problems,
            _ => ProfileFile.Read(stream, "file").Problems,
        };
        Assert.Contains(problem, problems.Last().What, StringComparison.Ordinal);
        Assert.InRange(stream.Position, 0, 8 << 20);
    }

    static byte[] File(string format, int samples)
    {
        var profiles = Enumerable.Range(0, samples).Select(i => new Profile(
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
