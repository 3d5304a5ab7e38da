using System.CommandLine;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Exchange.Familias;
using Spectre.Console;

namespace Homeward.Cli.Commands.Files;

static class CheckCommand
{
    public const string Examples =
        "homeward check export.txt\n"
        + "homeward check children.txt references.csv families.csv\n"
        + "homeward check project.fam\n"
        + "homeward check families.csv --profiles references.csv --json";

    public static Command Create()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Profiles, pedigrees, allele frequencies or LR cases, in any format that Homeward reads, or "
                + "folders of such",
            Arity = ArgumentArity.OneOrMore,
        };
        var profiles = new Option<string[]>("--profiles")
        {
            Description = "More files of profiles, for the pedigrees",
            AllowMultipleArgumentsPerToken = true,
            HelpName = "FILE...",
        };
        var command = new Command(
            "check", "Say what is in each file, what is wrong with it, and whether families agree with their pedigrees")
        {
            files, profiles,
        };
        var assumptions = new AssumptionOptions(command, defaultPopulation: "china-han");
        command.Add(CommonOptions.Json());
        command.SetAction((parse, cancel) =>
            Run(parse, [.. parse.GetValue(files)!, .. parse.GetValue(profiles) ?? []], assumptions, cancel));
        return command;
    }

    static async Task<int> Run(
        ParseResult parse, IReadOnlyList<string> paths, AssumptionOptions options, CancellationToken cancel)
    {
        var terminal = Terminal.Of(parse);
        var refusals = new Refusals(terminal);
        paths = InputFolder.FilesOf(paths);
        if (paths.Count == 0) return terminal.Refuse("", "there is no file in that folder");
        var isProject = paths is [var only] && FamilyInputs.IsFamilias(only);
        var project = isProject ? InputFile.Read(paths[0], FamiliasReader.Read).Value : null;
        var assumptions = options.Read(parse, refusals, project);
        if (assumptions is null) return refusals.Refuse();
        var answer = await terminal.Work.Run("Checking", (done, stop) => Check(paths, assumptions, done, stop), cancel);
        terminal.Answer(answer, console => Draw(console, answer));
        return answer.HasProblems ? ExitCode.Refused : ExitCode.Done;
    }

    static CheckAnswer Check(
        IReadOnlyList<string> paths, Assumptions assumptions, Action<double> done, CancellationToken cancel)
    {
        var inspected = new List<FileInspection>();
        foreach (var path in paths)
        {
            cancel.ThrowIfCancellationRequested();
            inspected.Add(FileInspection.Of(path));
            done(0.5 * inspected.Count / paths.Count);
        }
        var profiles = inspected.SelectMany(it => it.Profiles).ToLookup(it => it.Id, StringComparer.Ordinal);
        var twice = profiles.Where(it => it.Count() > 1).Select(it => it.Key).ToList();
        var unique = profiles.ToDictionary(it => it.Key, it => it.First(), StringComparer.Ordinal);
        var families = inspected.SelectMany(it => it.Families).ToList();
        var isJoined = unique.Count > 0 && families.Count > 0;
        var absent = !isJoined ? [] : families.SelectMany(it => it.Samples.Values).Where(it => !unique.ContainsKey(it));
        var consistency = isJoined ? FamilyCheck.Of(families, unique, assumptions, cancel) : null;
        return new([.. inspected.Select(it => it.Report)], twice, [.. absent.Distinct()], consistency);
    }

    static void Draw(IAnsiConsole console, CheckAnswer answer)
    {
        foreach (var file in answer.Files) CheckDrawing.Draw(console, file);
        if (answer.SamplesGivenTwice.Count > 0)
            console.WriteLine($"Samples in more than one file: {string.Join(", ", answer.SamplesGivenTwice)}");
        if (answer.SamplesAbsent.Count > 0)
            console.WriteLine($"Samples of pedigrees that no file has: {string.Join(", ", answer.SamplesAbsent)}");
        if (answer.Consistency is { } consistency) CheckDrawing.Draw(console, consistency);
    }

    sealed record CheckAnswer(
        IReadOnlyList<FileReport> Files,
        IReadOnlyList<string> SamplesGivenTwice,
        IReadOnlyList<string> SamplesAbsent,
        FamilyCheck? Consistency)
    {
        public bool HasProblems =>
            SamplesGivenTwice.Count + SamplesAbsent.Count > 0 || Files.Any(it => it.Problems.Total > 0);
    }
}
