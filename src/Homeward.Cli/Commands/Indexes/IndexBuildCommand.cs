using System.CommandLine;
using Homeward.Cli.Files;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Search.Kernels;
using Homeward.Search.Tables;

namespace Homeward.Cli.Commands.Indexes;

/// <summary><c>homeward index build</c>: from files to an index.</summary>
static class IndexBuildCommand
{
    sealed record Options(
        Argument<string> Folder,
        Option<string[]> Children,
        Option<string> Families,
        Option<string[]> Profiles,
        AssumptionOptions Assumptions,
        Option<double> Threshold,
        Option<bool> AllowExclusion,
        Option<bool> Force);

    public static Command Create()
    {
        var command = new Command("build", "Read children and families, compile every family, and save it all");
        var options = new Options(
            IndexInputs.Folder(),
            IndexInputs.Files("--children", "Profiles of the rescued children, in any format"),
            new("--families") { Description = "Pedigrees, as `search` takes them", HelpName = "FILE", Required = true },
            IndexInputs.Files("--profiles", "Profiles of the families' relatives, in any format"),
            new(command),
            new("--threshold")
            {
                Description = "Smallest LR against unrelated that a search will find, 1 or more",
                DefaultValueFactory = _ => 10_000,
            },
            new("--allow-exclusion")
            {
                Description = "Accept a mutation model that loses a true family for one mutation it calls impossible",
            },
            new("--force") { Description = "Replace the index that is in FOLDER" });
        command.Add(options.Folder);
        Option[] added =
        [
            options.Children, options.Families, options.Profiles, options.Threshold, options.AllowExclusion,
            options.Force, CommonOptions.Json(),
        ];
        foreach (var option in added) command.Add(option);
        command.SetAction((parse, cancel) => Run(parse, options, cancel));
        return command;
    }

    static async Task<int> Run(ParseResult parse, Options options, CancellationToken cancel)
    {
        var terminal = Terminal.Of(parse);
        var refusals = new Refusals(terminal);
        var folder = parse.GetValue(options.Folder)!;
        if (RefusalOf(folder, parse.GetValue(options.Force)) is { } refusal) return terminal.Refuse(folder, refusal);
        var contents = await terminal.Work.Run("Reading files", (_, _) => Read(parse, options, refusals), cancel);
        if (contents is null) return refusals.Refuse();
        using (contents)
        {
            var manifest = IndexManifest.First(options.Assumptions.Arguments(parse), contents.Settings.Threshold);
            if (IndexManifest.Read(folder) is { Value: { } before })
                manifest = manifest with { Generation = before.Generation };
            var answer = await Save(terminal, folder, manifest, contents, (null, cancel));
            return terminal.Answer(answer, answer.Draw);
        }
    }

    /// <summary>Saves with a bar on the terminal.</summary>
    internal static Task<IndexAnswer> Save(
        Terminal terminal,
        string folder,
        IndexManifest manifest,
        IndexContents contents,
        (FamilyTables? Tables, CancellationToken Cancel) earlier) =>
        terminal.Work.Run($"Compiling {contents.Families.Count:N0} families", (done, stop) =>
        {
            var work = new TableWork(ScanOptions.Fastest.Threads, done, stop);
            var (saved, compiled) = IndexFolder.Save(folder, manifest, contents, earlier.Tables, work);
            return IndexAnswer.Of(folder, contents, saved, compiled);
        }, earlier.Cancel);

    static string? RefusalOf(string folder, bool force)
    {
        if (File.Exists(folder)) return "is a file; give the name of a folder";
        if (!Directory.Exists(folder)) return null;
        var names = Directory.EnumerateFileSystemEntries(folder).Select(it => Path.GetFileName(it)).ToArray();
        var others = names.Count(it => !IndexManifest.IsOwn(it));
        if (others > 0) return $"holds {others} other files or folders and is left as it is; give another folder";
        return force || !names.Contains(IndexManifest.FileName) ? null
            : "holds an index; `homeward index add` adds to it, --force replaces it";
    }

    static IndexContents? Read(ParseResult parse, Options options, Refusals refusals)
    {
        var threshold = parse.GetValue(options.Threshold);
        if (threshold is not (>= 1 and < double.PositiveInfinity))
            refusals.Add("--threshold", "", "must be 1 or more");
        var assumptions = options.Assumptions.Read(parse, refusals);
        if (assumptions is { CanExclude: true } && !parse.GetValue(options.AllowExclusion))
            refusals.Add("--mutation", "", "this model calls some mutations impossible and would drop true families; "
                + "use another, or say --allow-exclusion");
        var (children, families) = IndexInputs.Read(
            parse.GetValue(options.Children), parse.GetValue(options.Families), parse.GetValue(options.Profiles),
            refusals);
        if (assumptions is null || refusals.Any) return null;
        var settings = IndexInputs.SettingsOf(assumptions, Math.Log10(threshold));
        return IndexContents.Of(settings, children, families, IndexInputs.TypedIn(children, families));
    }
}
