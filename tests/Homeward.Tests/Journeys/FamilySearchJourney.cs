using System.Text.Json;
using Homeward.Tests.Architecture;
using Homeward.Tests.Cli;

namespace Homeward.Tests.Journeys;

/// <summary>An analyst has a laboratory's export and the families' files, and asks who belongs where.</summary>
public sealed class FamilySearchJourney : IDisposable
{
    static readonly string Folder =
        Path.Combine(SourceTree.Root, "tests", "Homeward.Tests", "Journeys", "FamilySearch");

    readonly TemporaryFolder _own = new();

    public void Dispose() => _own.Dispose();

    static string Sample(string name) => Path.Combine(Folder, name);

    static string[] Search(string families, string references, params string[] more) =>
    [
        "search", "--children", Sample("children_genemapper.txt"), "--families", families, "--profiles", references,
        "--population", "china-han", .. more,
    ];

    static Dictionary<string, List<JsonElement>> CandidatesByChild(CommandLine run) =>
        run.Json().GetProperty("children").EnumerateArray().ToDictionary(
            it => it.GetProperty("name").GetString()!, it => it.GetProperty("candidates").EnumerateArray().ToList());

    [Fact]
    public async Task Every_child_with_a_family_here_is_found_and_nobody_is_made_up()
    {
        var run = await CommandLine.Run(Search(Sample("families.csv"), Sample("references.csv"), "--json"));

        var truth = File.ReadLines(Sample("truth.csv")).Skip(1).Select(it => it.Split(','));
        var found = CandidatesByChild(run);
        Assert.Equal(0, run.ExitCode);
        Assert.All(truth, it =>
            Assert.Equal(
                it[1].Length == 0 ? [] : [it[1]], found[it[0]].Select(at => at.GetProperty("family").GetString()!)));
        var mutated = found["C2"][0].GetProperty("inconsistencies").EnumerateArray().Single();
        Assert.Equal("D18S51", mutated.GetProperty("marker").GetString());
        Assert.Contains("of mother", mutated.GetProperty("explanation").GetString());
    }

    [Fact]
    public async Task The_explanation_adds_up_to_the_figure_above_it()
    {
        string[] search = Search(Sample("families.csv"), Sample("references.csv"), "--explain", "--json");
        var run = await CommandLine.Run(search);

        foreach (var it in CandidatesByChild(run).Values.SelectMany(it => it))
        {
            var sum = it.GetProperty("markers").EnumerateArray().Sum(at => at.GetProperty("log10").GetDouble());
            Assert.Equal(it.GetProperty("log10").GetDouble(), sum, 9);
            Assert.Equal(it.GetProperty("markersCompared").GetInt32(), it.GetProperty("markers").GetArrayLength());
        }
    }

    [Fact]
    public async Task The_page_for_people_names_the_family_the_mutation_and_the_assumptions()
    {
        var run = await CommandLine.Run(Search(Sample("families.csv"), Sample("references.csv"), "--explain"));

        Assert.Equal(0, run.ExitCode);
        Assert.All(
            ["F1 / missing", "likelier than unrelated", "D18S51: likeliest", "theta 0.01", "stepwise", "Posterior:"],
            it => Assert.Contains(it, run.Output));
    }

    [Fact]
    public async Task The_same_case_as_a_Familias_project_gives_the_same_families()
    {
        var project = Path.Combine(
            SourceTree.Root, "tests", "Homeward.Tests", "Exchange", "Files", "family_search", "families.fam");

        var run = await CommandLine.Run("search", "--families", project, "--population", "china-han", "--json");
        var table = await CommandLine.Run(Search(Sample("families.csv"), Sample("references.csv"), "--json"));

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(Ratios(table), Ratios(run));

        static List<string> Ratios(CommandLine run) =>
        [
            .. CandidatesByChild(run).SelectMany(it => it.Value.Select(
                at => $"{it.Key} {at.GetProperty("family")} {at.GetProperty("log10").GetDouble():0.000000}")),
        ];
    }

    [Fact]
    public async Task Two_reports_of_one_family_are_a_tie_and_shown_as_one()
    {
        var families = File.ReadAllLines(Sample("families.csv"));
        var again = families.Where(it => it.StartsWith("F1,", StringComparison.Ordinal)).Select(it => "F9" + it[2..]);
        await WriteAsync("families.csv", [.. families, .. again]);

        var run = await CommandLine.Run(Search(_own["families.csv"], Sample("references.csv"), "--json"));

        var tied = CandidatesByChild(run)["C1"];
        Assert.Equal(["F1", "F9"], tied.Select(it => it.GetProperty("family").GetString()));
        Assert.All(tied, it => Assert.True(it.GetProperty("isTied").GetBoolean()));
        Assert.All(tied, it => Assert.Equal(1, it.GetProperty("rank").GetInt32()));
    }

    [Fact]
    public async Task With_two_populations_the_smallest_figure_counts()
    {
        string[] search = Search(Sample("families.csv"), Sample("references.csv"), "--json");
        search[Array.IndexOf(search, "china-han")] = "china-han,us-asian";

        var run = await CommandLine.Run(search);

        Assert.All(CandidatesByChild(run).Values.SelectMany(it => it), it =>
        {
            var each = it.GetProperty("byPopulation").EnumerateArray()
                .Select(at => at.GetProperty("log10").GetDouble())
                .ToList();
            Assert.Equal(2, each.Count);
            Assert.Equal(each.Min(), it.GetProperty("log10").GetDouble());
        });
    }

    [Theory]
    [InlineData("--mutation", "none")]
    [InlineData("--mutation-rate", "0")]
    public async Task A_model_that_could_lose_a_true_family_needs_to_be_allowed(string option, string value)
    {
        string[] search = Search(Sample("families.csv"), Sample("references.csv"), option, value, "--json");

        var refused = await CommandLine.Run(search);
        var allowed = await CommandLine.Run([.. search, "--allow-exclusion"]);

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("--allow-exclusion", refused.Error);
        Assert.Equal(0, allowed.ExitCode);
        Assert.Empty(CandidatesByChild(allowed)["C2"]);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once()
    {
        await WriteAsync("families.csv", ["family,individual,father,mother,sex,sample,missing", "F1,a,,,male,nobody,"]);
        var run = await CommandLine.Run(
            "search", "--children", _own["none.txt"], "--families", _own["families.csv"], "--profiles",
            Sample("references.csv"), "--population", "atlantis", "--theta", "3", "--json");

        Assert.Equal(2, run.ExitCode);
        Assert.All(
            ["none.txt", "families.csv: row 2", "atlantis", "--theta"], it => Assert.Contains(it, run.Error));
        Assert.Equal(4, run.Json().GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Check_says_what_each_file_is_and_that_the_families_agree()
    {
        var run = await CommandLine.Run(
            "check", Sample("children_genemapper.txt"), Sample("references.csv"), Sample("families.csv"), "--json");

        var files = run.Json().GetProperty("files");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            ["GeneMapper table", "tall table of profiles", "pedigree table"],
            files.EnumerateArray().Select(it => it.GetProperty("format").GetString()));
        Assert.Equal(
            "Goldeneye 20A", files[0].GetProperty("profiles").GetProperty("kit").GetProperty("name").GetString());
        Assert.Equal(5, run.Json().GetProperty("consistency").GetProperty("families").GetInt32());
        Assert.Empty(run.Json().GetProperty("consistency").GetProperty("inconsistent").EnumerateArray());
    }

    [Fact]
    public async Task Check_finds_the_family_whose_sample_was_swapped()
    {
        // The uncle of F3 gets the father of F4's sample: it fits neither of his parents.
        var swapped = File.ReadAllLines(Sample("families.csv")).Select(
            it => it.Replace("F3-uncle", "F4-father", StringComparison.Ordinal));
        await WriteAsync("families.csv", [.. swapped]);

        var run = await CommandLine.Run("check", Sample("references.csv"), _own["families.csv"], "--json");

        var found = run.Json().GetProperty("consistency").GetProperty("inconsistent").EnumerateArray().Single();
        Assert.Equal("F3", found.GetProperty("family").GetString());
        Assert.Equal("uncle", found.GetProperty("suspects")[0].GetProperty("member").GetString());
    }

    [Fact]
    public async Task Check_of_a_broken_file_names_row_and_column_and_exits_with_2()
    {
        await WriteAsync("broken.csv", ["sample,marker,allele1,allele2", "S1,TH01,9.3,thirteen"]);

        var run = await CommandLine.Run("check", _own["broken.csv"], _own["absent.csv"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("row 2", run.Output);
        Assert.Contains("there is no such file", run.Output);
    }

    Task WriteAsync(string name, string[] lines) =>
        File.WriteAllLinesAsync(_own[name], lines, TestContext.Current.CancellationToken);
}
