using System.Globalization;
using Homeward.Exchange.Familias;
using Homeward.Exchange.LrCases;
using Homeward.Exchange.Pedigrees;
using Homeward.Exchange.Profiles;
using Homeward.Genetics.Primitives;

namespace Homeward.Tests.Exchange;

/// <summary>Each file of <c>Broken</c> gives exactly the problems in the <c>.expected.txt</c> beside it.</summary>
public sealed class BrokenFileTests
{
    [Theory]
    [InlineData("GeneMapper")]
    [InlineData("Tall")]
    [InlineData("Wide")]
    [InlineData("Genis")]
    [InlineData("Cmf")]
    [InlineData("Pedigree")]
    [InlineData("Familias")]
    [InlineData("Foreign")]
    [InlineData("LrCase")]
    public void Every_broken_file_is_refused_with_the_complete_list_of_its_problems(string reader)
    {
        var files = TestFiles.In("Broken/" + reader)
            .Where(it => !it.EndsWith(".expected.txt", StringComparison.Ordinal)).ToList();
        Assert.True(files.Count >= 10);
        var wrong = new List<string>();
        foreach (var file in files)
        {
            var expected = TestFiles.Text(Path.ChangeExtension(file, null) + ".expected.txt");
            var problems = Problems(reader, file);
            var total = string.Create(CultureInfo.InvariantCulture, $"in all: {problems.Total}");
            var actual = string.Join('\n', problems.Lines().Append(total)) + "\n";
            if (actual != expected) wrong.Add($"--- {file}: expected\n{expected}--- but got\n{actual}");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    static byte[] BytesOf(Stream stream)
    {
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    static Problems Problems(string reader, string file)
    {
        using var stream = TestFiles.Open(file);
        return reader switch
        {
            "Pedigree" => PedigreeTable.Read(stream, new HashSet<string> { "S1" }).Problems,
            "Familias" => FamiliasReader.Read(stream).Problems,
            "LrCase" => LrCaseFile.Read(BytesOf(stream)).Problems,
            _ => ProfileFile.Read(stream, file).Problems,
        };
    }
}
