using Homeward.Cli.Commands.Studies;
using Homeward.Genetics.Likelihood;
using Homeward.Genetics.Markers;
using Homeward.Genetics.Populations;
using Homeward.Genetics.Simulation;

namespace Homeward.Tests.Cli;

public sealed class SimulateCommandTests : IDisposable
{
    static readonly string[] Files =
        ["children_genemapper.txt", "families.csv", "references.csv", "remarks.csv", "truth.csv"];

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    static string[] Small(string folder, params string[] more) =>
    [
        "simulate", folder, "--families", "60", "--children", "20", "--unreported", "5", "--mislabelled", "2", .. more,
    ];

    List<string[]> Rows(string study, string file, char separator = ',') =>
        [.. File.ReadLines(Path.Combine(_folder[study], file)).Skip(1).Select(it => it.Split(separator))];

    [Fact]
    public async Task The_same_seed_writes_the_same_bytes_and_another_seed_others()
    {
        await CommandLine.Run(Small(_folder["one"], "--seed", "7"));
        await CommandLine.Run(Small(_folder["two"], "--seed", "7"));
        await CommandLine.Run(Small(_folder["three"], "--seed", "8"));

        Assert.All(Files, it => Assert.Equal(Bytes("one", it), Bytes("two", it)));
        Assert.NotEqual(Bytes("one", "references.csv"), Bytes("three", "references.csv"));

        byte[] Bytes(string study, string file) => File.ReadAllBytes(Path.Combine(_folder[study], file));
    }

    [Fact]
    public async Task The_truth_counts_what_was_asked_for()
    {
        var run = await CommandLine.Run(Small(_folder["study"], "--json"));

        var truth = Rows("study", "truth.csv");
        var families = Rows("study", "families.csv").ToLookup(it => it[0]);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(60, run.Json().GetProperty("families").GetInt32());
        Assert.Equal(60, families.Count);
        Assert.Equal(20, truth.Count);
        Assert.Equal(5, truth.Count(it => it[1].Length == 0));
        Assert.Equal(15, truth.Where(it => it[1].Length > 0).Select(it => it[1]).Distinct().Count());
        Assert.All(truth.Where(it => it[1].Length > 0), it => Assert.Contains(families[it[1]], row => row[1] == it[2]));
        Assert.Equal(2, Rows("study", "remarks.csv").Count);
        Assert.Equal(20, Rows("study", "children_genemapper.txt", '\t').Select(it => it[1]).Distinct().Count());
    }

    [Fact]
    public async Task Without_mutation_every_true_child_shares_an_allele_with_each_typed_parent()
    {
        await CommandLine.Run("simulate", _folder["study"], "--families", "60", "--no-mutation");

        var references = Rows("study", "references.csv").ToDictionary(it => (it[0], it[1]), it => it[2..]);
        var families = Rows("study", "families.csv").ToLookup(it => it[0]);
        var children = Rows("study", "children_genemapper.txt", '\t').ToLookup(it => it[1]);
        foreach (var truth in Rows("study", "truth.csv").Where(it => it[1].Length > 0))
            foreach (var parent in families[truth[1]].Where(it => it[1] is "father" or "mother" && it[5].Length > 0))
                Assert.All(children[truth[0]].Where(it => it[3] != "AMEL"), row =>
                    Assert.NotEmpty(references[(parent[5], row[3])].Intersect([row[5], row[6]])));
    }

    [Fact]
    public async Task An_earlier_study_is_replaced_only_when_forced()
    {
        var study = _folder["study"];
        await CommandLine.Run(Small(study));
        var before = File.ReadAllBytes(Path.Combine(study, "truth.csv"));

        var refused = await CommandLine.Run(Small(study, "--seed", "2"));
        var untouched = File.ReadAllBytes(Path.Combine(study, "truth.csv"));
        var forced = await CommandLine.Run(Small(study, "--seed", "2", "--force"));

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("--force", refused.Error);
        Assert.Equal(before, untouched);
        Assert.Equal(0, forced.ExitCode);
        Assert.NotEqual(before, File.ReadAllBytes(Path.Combine(study, "truth.csv")));
    }

    [Fact]
    public async Task A_folder_with_anything_else_in_it_is_never_replaced()
    {
        var study = _folder["study"];
        await CommandLine.Run(Small(study));
        await File.WriteAllTextAsync(
            Path.Combine(study, "my notes.txt"), "keep", TestContext.Current.CancellationToken);

        var forced = await CommandLine.Run(Small(study, "--force"));

        Assert.Equal(2, forced.ExitCode);
        Assert.True(File.Exists(Path.Combine(study, "my notes.txt")));
    }

    [Fact]
    public void A_study_that_is_stopped_leaves_nothing_behind()
    {
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        var study = new Study(new()
        {
            Kit = KitCatalogue.All[0],
            Population = PopulationCatalogue.All[0],
            Families = 10,
            Kinds = [(FamilyKind.All[0], 1)],
            Children = 5,
            Unreported = 0,
            Mislabelled = 0,
            Mutates = true,
            Theta = Theta.Zero,
            DropOut = 0,
            Seed = 1,
        });

        Assert.Throws<OperationCanceledException>(() => study.WriteTo(_folder["study"], _ => { }, stopped.Token));

        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task Every_wrong_option_is_named_at_once()
    {
        var run = await CommandLine.Run(
            "simulate", _folder["x"], "--kit", "none", "--population", "none", "--kinds", "couples=1,father",
            "--theta", "2", "--children", "50", "--families", "10");

        Assert.Equal(2, run.ExitCode);
        Assert.All(
            ["--kit", "--population", "couples", "father needs a share", "--theta", "--children"],
            it => Assert.Contains(it, run.Error));
        Assert.False(Directory.Exists(_folder["x"]));
    }
}
