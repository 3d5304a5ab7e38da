using Homeward.Tests.Architecture;
using Homeward.Tests.Cli;

namespace Homeward.Tests.Journeys;

/// <summary>An analyst has several candidates for the same families, and asks what holds when all are weighed at
/// once.</summary>
public sealed class AssignmentJourney
{
    static readonly string Folder =
        Path.Combine(SourceTree.Root, "tests", "Homeward.Tests", "Journeys", "FamilySearch");

    static string Sample(string name) => Path.Combine(Folder, name);

    static Task<CommandLine> Assign(params string[] more) => CommandLine.Run([
        "assign", "--children", Sample("children_genemapper.txt"), "--families", Sample("families.csv"),
        "--profiles", Sample("references.csv"), "--population", "china-han", .. more]);

    [Fact]
    public async Task The_best_assignment_is_the_truth()
    {
        var run = await Assign("--json");

        Assert.Equal(0, run.ExitCode);
        var truth = File.ReadLines(Sample("truth.csv")).Skip(1)
            .Select(it => it.Split(',')).Where(it => it[1].Length > 0);
        var best = run.Json().GetProperty("groups").EnumerateArray()
            .SelectMany(it => it.GetProperty("best")[0].GetProperty("pairs").EnumerateArray())
            .Select(it => (it.GetProperty("child").GetString()!, it.GetProperty("family").GetString()!));
        Assert.Equal(truth.Select(it => (it[0], it[1])).Order(), best.Order());
    }

    [Fact]
    public async Task The_posteriors_of_a_child_and_of_its_absence_add_up_to_one()
    {
        var run = await Assign("--json");

        Assert.All(run.Json().GetProperty("children").EnumerateArray(), child => Assert.Equal(
            1,
            child.GetProperty("nowhere").GetDouble() + child.GetProperty("places").EnumerateArray()
                .Sum(it => it.GetProperty("posterior").GetDouble()),
            5));
    }

    [Fact]
    public async Task A_reader_sees_who_is_whose_and_what_was_assumed()
    {
        var run = await Assign();

        Assert.Equal(0, run.ExitCode);
        Assert.All(
            ["theta 0.01", "flat", "C1 = F1 / missing; C4 = F5 / missing", "nobody is placed", "--prior-odds"],
            it => Assert.Contains(it, run.Output));
    }

    [Fact]
    public async Task Everything_wrong_is_named_at_once()
    {
        var run = await CommandLine.Run(
            "assign", "--children", Sample("none.txt"), "--families", Sample("families.csv"), "--profiles",
            Sample("references.csv"), "--population", "china-han,east-asia", "--prior-odds", "0", "--leave-out", "0.5",
            "--top", "0");

        Assert.Equal(2, run.ExitCode);
        Assert.All(
            ["none.txt", "--population", "--prior-odds", "--leave-out", "--top"], it => Assert.Contains(it, run.Error));
    }
}
