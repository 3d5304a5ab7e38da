using System.Text.Json;
using Homeward.Cli.Files;
using Homeward.Tests.Cli;

namespace Homeward.Tests.Journeys;

/// <summary>An index built, searched both ways, added to, removed from, damaged, mended, and killed over.</summary>
public sealed class IndexJourney : IDisposable
{
    readonly TemporaryFolder _folder = new();

    string Study => _folder["study"];
    string Index => _folder["national"];

    [Fact]
    public async Task An_index_finds_what_the_files_find_in_every_direction()
    {
        await SimulateAndBuild(families: 120, children: 12);
        var byFiles = await Candidates(
            "search", "--children", In("children_genemapper.txt"), "--families", In("families.csv"),
            "--profiles", In("references.csv"), "--population", "china-han", "--threshold", "1000");
        Assert.NotEmpty(byFiles);

        Assert.Equal(byFiles, await Candidates("search", "--index", Index));
        Assert.Equal(
            byFiles, await Candidates("search", "--index", Index, "--children", In("children_genemapper.txt")));
        var explained = await Candidates("search", "--index", Index, "--explained-ranks", "0", "--kernel", "scalar");
        Assert.Equal(byFiles, explained);
    }

    [Fact]
    public async Task Children_come_in_and_go_out_and_unchanged_families_are_not_compiled_again()
    {
        await SimulateAndBuild(families: 60, children: 6);
        var all = await Candidates("search", "--index", Index);
        var removed = await Done("index", "remove", Index, "--samples", "C1", "--json");
        Assert.Equal((5, 0, 60), (Int(removed, "children"), Int(removed, "compiled"), Int(removed, "kept")));
        Assert.Equal(all.Where(it => it.Child != "C1"), await Candidates("search", "--index", Index));

        var wide = _folder["tonight.csv"];
        await File.WriteAllTextAsync(wide, OneChild("C1", "C1"), TestContext.Current.CancellationToken);
        var added = await Done("index", "add", Index, "--children", wide, "--json");
        Assert.Equal((6, 0, 60), (Int(added, "children"), Int(added, "compiled"), Int(added, "kept")));
        Assert.Equal(all.Order(), (await Candidates("search", "--index", Index)).Order());
        var twice = await CommandLine.Run("index", "add", Index, "--children", wide);
        Assert.Equal(2, twice.ExitCode);
        Assert.Contains("is in the index already", twice.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_relative_who_withdraws_is_gone_from_the_search()
    {
        await SimulateAndBuild(families: 40, children: 4);
        var relatives = Int(await Done("index", "verify", Index, "--json"), "families");
        Assert.Equal(40, relatives);
        var sample = File.ReadLines(In("references.csv")).ElementAt(1).Split(',')[0];
        var family = sample.Split('-')[0];
        await Done("index", "remove", Index, "--samples", sample, "--json");
        Assert.Equal(2, (await CommandLine.Run("index", "remove", Index, "--samples", sample)).ExitCode);
        await Done("index", "remove", Index, "--families", family, "--json");
        var left = await Done("index", "verify", Index, "--json");
        Assert.Equal(39, Int(left, "families"));
        foreach (var file in Directory.GetFiles(Index))
        {
            var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            Assert.DoesNotContain(sample, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Damaged_tables_are_told_and_compiled_again()
    {
        await SimulateAndBuild(families: 40, children: 4);
        var all = await Candidates("search", "--index", Index);
        var tables = Directory.GetFiles(Index, "tables-*").Single();
        var bytes = await File.ReadAllBytesAsync(tables, TestContext.Current.CancellationToken);
        bytes[5000] ^= 1;
        await File.WriteAllBytesAsync(tables, bytes, TestContext.Current.CancellationToken);
        Assert.Equal(2, (await CommandLine.Run("index", "verify", Index)).ExitCode);

        var searched = await CommandLine.Run("search", "--index", Index, "--json");

        Assert.Contains("compiled again", searched.Error, StringComparison.Ordinal);
        Assert.Equal(all, Candidates(searched.Json()));
        Assert.Equal(0, (await CommandLine.Run("index", "verify", Index)).ExitCode);
    }

    [Fact]
    public async Task Damaged_profiles_are_refused()
    {
        await SimulateAndBuild(families: 20, children: 2);
        var children = Directory.GetFiles(Index, "children-*").Single();
        var bytes = await File.ReadAllBytesAsync(children, TestContext.Current.CancellationToken);
        bytes[^40] ^= 1;
        await File.WriteAllBytesAsync(children, bytes, TestContext.Current.CancellationToken);
        var searched = await CommandLine.Run("search", "--index", Index);
        Assert.Equal(2, searched.ExitCode);
        Assert.Contains("build it again from the profiles", searched.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_calls_mutations_impossible_is_refused()
    {
        await Done("simulate", Study, "--families", "5", "--children", "1", "--json");
        var refused = await CommandLine.Run([.. BuildArguments, "--mutation", "none"]);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("--allow-exclusion", refused.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Index));
    }

    /// <summary>
    /// A process is killed, not asked to stop, at moments all over a change and a search; each time the index that
    /// counts is whole and finds the same.
    /// </summary>
    [Fact]
    public async Task A_kill_at_any_moment_leaves_the_index_whole()
    {
        await SimulateAndBuild(families: 150, children: 6);
        var all = await Candidates("search", "--index", Index);
        var (killed, before) = (0, Generation());
        foreach (var delayMs in (int[])[20, 200, 400, 600, 800])
            foreach (var args in (string[][])
                [["index", "verify", Index, "--repair"], ["search", "--index", Index], [.. BuildArguments, "--force"]])
            {
                // A damaged byte makes the first two write every file again; the third does so anyway.
                var tables = Directory.GetFiles(Index, $"tables-{Generation()}.bin").Single();
                using (var damage = File.OpenWrite(tables))
                {
                    damage.Position = 6000;
                    damage.WriteByte(0xA5);
                }
                if (await ProcessOfItsOwn.RunAndKill(args, delayMs)) killed++;
                var verified = await CommandLine.Run("index", "verify", Index, "--repair", "--json");
                Assert.Equal(0, verified.ExitCode);
                Assert.Equal(all, await Candidates("search", "--index", Index));
            }
        Assert.True(killed > 0);
        Assert.True(Generation() > before);
    }

    public void Dispose() => _folder.Dispose();

    string[] BuildArguments =>
    [
        "index", "build", Index, "--children", In("children_genemapper.txt"), "--families", In("families.csv"),
        "--profiles", In("references.csv"), "--population", "china-han", "--threshold", "1000", "--json",
    ];

    string In(string file) => Path.Combine(Study, file);

    int Generation() => IndexManifest.Read(Index).Value!.Generation;

    async Task SimulateAndBuild(int families, int children)
    {
        await Done("simulate", Study, "--families", $"{families}", "--children", $"{children}", "--json",
            "--kinds", "couple=70,father=15,siblings=15");
        await Done(BuildArguments);
    }

    /// <summary>The rows of one child, as a table of its own.</summary>
    string OneChild(string sample, string name) => string.Join('\n', File.ReadLines(In("children_genemapper.txt"))
        .Where((it, i) => i == 0 || it.Split('\t')[1] == sample)
        .Select(it => it.Replace($"\t{sample}\t", $"\t{name}\t", StringComparison.Ordinal)));

    static async Task<JsonElement> Done(params string[] args)
    {
        var run = await CommandLine.Run(args);
        Assert.True(run.ExitCode == 0, run.Error);
        return run.Json();
    }

    static async Task<(string Child, string Family, double Log10)[]> Candidates(params string[] args) =>
        Candidates(await Done([.. args, "--json"]));

    static (string Child, string Family, double Log10)[] Candidates(JsonElement answer) =>
        [.. from child in answer.GetProperty("children").EnumerateArray()
            from it in child.GetProperty("candidates").EnumerateArray()
            select (child.GetProperty("name").GetString()!, it.GetProperty("family").GetString()!,
                it.GetProperty("log10").GetDouble())];

    static int Int(JsonElement answer, string name) => answer.GetProperty(name).GetInt32();
}
