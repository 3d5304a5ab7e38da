using System.Runtime.CompilerServices;
using System.Text.Json;
using Homeward.Tests.Cli;

namespace Homeward.Tests.Golden;

/// <summary><c>homeward lr</c> gives the numbers of an independent brute-force program (make_cases.py).</summary>
public sealed class GoldenCaseTests
{
    const double Relative = 1e-8;

    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Folder(), "*.json").Select(it => Path.GetFileName(it)!).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Files))]
    public async Task Every_case_of_a_file_gets_its_expected_answer(string name)
    {
        using var golden = JsonDocument.Parse(Text(name));
        var pairs = golden.RootElement.GetProperty("cases").EnumerateArray().ToList();
        var run = await Run("[" + string.Join(",", pairs.Select(it => it.GetProperty("case").GetRawText())) + "]");

        Assert.Equal(0, run.ExitCode);
        var answers = run.Json().EnumerateArray().ToList();
        Assert.Equal(pairs.Count, answers.Count);
        foreach (var (expected, actual) in pairs.Select(it => it.GetProperty("expected")).Zip(answers))
            AssertSame(expected, actual, expected.GetProperty("id").GetString()!);
    }

    [Fact]
    public void There_are_at_least_sixty_cases() =>
        Assert.True(Files.Sum(it => Text(it.Data).Split("\"expected\":").Length - 1) >= 60);

    static async Task<CommandLine> Run(string cases)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, cases);
            return await CommandLine.Run("lr", file, "--json");
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Same fields, same texts, numbers within 1e-8: of an LR itself, or of what a log10 stands for.</summary>
    static void AssertSame(JsonElement expected, JsonElement actual, string at)
    {
        Assert.True(expected.ValueKind == actual.ValueKind, $"{at}: {expected} expected, {actual} found");
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                Assert.Equal(NamesOf(expected), NamesOf(actual));
                foreach (var field in expected.EnumerateObject())
                    AssertSame(field.Value, actual.GetProperty(field.Name), $"{at}.{field.Name}");
                break;
            case JsonValueKind.Array:
                Assert.Equal(expected.GetArrayLength(), actual.GetArrayLength());
                for (var i = 0; i < expected.GetArrayLength(); i++) AssertSame(expected[i], actual[i], $"{at}[{i}]");
                break;
            case JsonValueKind.Number:
                var (x, y) = (expected.GetDouble(), actual.GetDouble());
                var allowed = at.EndsWith(".lr", StringComparison.Ordinal) ? Relative * x : Relative / Math.Log(10);
                Assert.True(Math.Abs(x - y) <= allowed, $"{at}: {x:R} expected, {y:R} found");
                break;
            case JsonValueKind.String:
                Assert.True(expected.GetString() == actual.GetString(), $"{at}: {expected} expected, {actual} found");
                break;
        }
    }

    static IEnumerable<string> NamesOf(JsonElement it) => it.EnumerateObject().Select(field => field.Name);

    static string Text(string file) => File.ReadAllText(Path.Combine(Folder(), file));

    static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
