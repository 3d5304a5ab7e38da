using System.Text;
using CsCheck;
using Homeward.Exchange.Frequencies;
using Homeward.Genetics.Populations;
using Homeward.Genetics.Primitives;
using Homeward.Tests.Architecture;

namespace Homeward.Tests.Exchange.Frequencies;

/// <summary>
/// Every file of <c>Broken</c> is refused with exactly the problems of the file of its name ending in
/// <c>.expected</c>, one a line and all of them; <c>*</c> stands for the words of the XML library.
/// </summary>
public sealed class BrokenFrequencyFileTests
{
    static readonly string Folder =
        Path.Combine(SourceTree.Root, "tests", "Homeward.Tests", "Exchange", "Frequencies", "Broken");

    static readonly string[] Pieces =
    [
        "Allele", "marker", "locus", "frequency", "n", "2N", "population", "TH01", "Penta E", "AMEL", "X", "6", "9.3",
        "0.5", "1", "0", "NaN", "-1", ",", ",", ";", "\t", "\n", "\n", "\r\n", "\"", "# title: t\n", "<frequencies>",
        "<marker>",
        "<name>TH01</name>", "<origin name='A' n='9'>", "<frequency allele='6'>1</frequency>", "</origin>", "</marker>",
        "\0", "é", "Allele,TH01\n", "marker,allele,frequency\n", "TH01,6,1\n", "</frequencies>",
    ];

    public static TheoryData<string> Files =>
    [
        .. Directory.GetFiles(Folder).Select(it => Path.GetFileName(it))
            .Where(it => !it.EndsWith(".expected", StringComparison.Ordinal)),
    ];

    [Theory, MemberData(nameof(Files))]
    public void A_broken_file_is_refused_with_every_problem(string file)
    {
        var parsed = Read(File.ReadAllBytes(Path.Combine(Folder, file)));
        var expected = File.ReadAllLines(Path.Combine(Folder, file + ".expected"));
        Assert.False(parsed.IsValid);
        string[] actual =
            [.. parsed.Problems.Select(it => it.ToString()), .. parsed.Warnings.Select(it => "warning: " + it)];
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), it => AssertMatches(it.First, it.Second));
    }

    [Fact]
    public void Every_problem_is_counted_though_only_a_thousand_are_written_out()
    {
        var parsed = Read("marker,allele,frequency\n" + string.Concat(Enumerable.Repeat("TH01,6,2\n", 5000)));
        Assert.Equal((5000, 1000), (parsed.Problems.Total, parsed.Problems.Count));
    }

    [Fact]
    public void Ten_thousand_columns_are_refused() =>
        Assert.Equal(
            ["row 1: has more than 4,096 fields"],
            Read("Allele" + string.Concat(Enumerable.Range(1, 10_000).Select(it => ",M" + it)) + "\n6\n")
                .Problems.Select(it => it.ToString()));

    [Fact]
    public void More_markers_than_there_are_in_the_world_are_refused() =>
        Assert.Equal(
            "has more than 1,000,000 frequencies or 20,000 markers",
            Read("marker,allele,frequency\n" + string.Concat(Enumerable.Range(1, 50_000).Select(it => $"M{it},6,1\n")))
                .Problems.Single().What);

    [Theory]
    [InlineData("Allele,TH01\n6,")]
    [InlineData("<frequencies><marker><name>")]
    [InlineData("<frequencies><marker a='")]
    public void A_line_without_end_is_refused_before_it_fills_the_memory(string start)
    {
        using var stream = new EndlessStream(start, 'x', 1L << 30);
        var parsed = FrequencyFile.Read(stream, "long");
        Assert.Single(parsed.Problems);
        // What was never read cannot fill the memory.
        Assert.InRange(stream.Position, 0, 32 << 20);
    }

    [Fact]
    public void Whatever_the_bytes_a_file_is_read_or_refused_and_never_more()
    {
        var piece = Gen.Int[0, Pieces.Length - 1].Select(it => Pieces[it]);
        piece.Array[0, 60].Sample(it => Explains(string.Concat(it)), iter: Soak.Rounds(5000));
    }

    static bool Explains(string text)
    {
        var parsed = Read(text);
        return parsed.IsValid
            ? parsed.Value.Count > 0 && parsed.Value.All(it => it.Markers.All(marker => IsNearOne(it.Find(marker)!)))
            : parsed.Problems.Any;
    }

    static bool IsNearOne(MarkerFrequencies marker) => Math.Abs(marker.Frequencies.Sum() - 1) <= 0.0201;

    static void AssertMatches(string expected, string actual)
    {
        if (expected.EndsWith('*')) Assert.StartsWith(expected[..^1], actual);
        else Assert.Equal(expected, actual);
    }

    static Parsed<IReadOnlyList<AlleleFrequencies>> Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    static Parsed<IReadOnlyList<AlleleFrequencies>> Read(byte[] bytes) =>
        FrequencyFile.Read(new MemoryStream(bytes), "file");
}
