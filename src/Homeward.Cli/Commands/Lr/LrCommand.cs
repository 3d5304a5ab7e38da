using System.CommandLine;
using System.Globalization;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Exchange.Familias;
using Homeward.Exchange.LrCases;
using Homeward.Genetics.Likelihood;
using Spectre.Console;

namespace Homeward.Cli.Commands.Lr;

static class LrCommand
{
    public const string Examples =
        "homeward lr case.json\n"
        + "homeward lr cases.json --json\n"
        + "homeward lr project.fam\n"
        + "homeward lr --profiles profiles.csv --pedigree hypotheses.csv --population china-han";

    public static Command Create()
    {
        var file = new Argument<string?>("CASE")
        {
            Description = "A JSON file of one case or a list of cases (docs/guide/lr-case.md), or a Familias project, "
                + "whose pedigrees are compared; its own assumptions hold",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var profiles = new Option<string[]>("--profiles")
        {
            Description = "Instead of a case file: profiles of the people compared, in any format",
            AllowMultipleArgumentsPerToken = true,
            HelpName = "FILE...",
        };
        var pedigree = new Option<string?>("--pedigree")
        {
            Description = "With --profiles: each family of this file is a hypothesis, the first is the numerator",
            HelpName = "FILE",
        };
        var command = new Command(
            "lr", "Likelihood ratios of a case file, of a Familias project's pedigrees, or of pedigrees and profiles")
        {
            file, profiles, pedigree,
        };
        var assumptions = new AssumptionOptions(command);
        command.Add(CommonOptions.Json());
        command.SetAction((parse, cancel) =>
        {
            var (terminal, paths) = (Terminal.Of(parse), parse.GetValue(profiles) ?? []);
            return (parse.GetValue(file), parse.GetValue(pedigree)) switch
            {
                ({ } path, null) when paths.Length == 0 => FamilyInputs.IsFamilias(path)
                    ? RunProject(parse, path, assumptions, cancel)
                    : Run(terminal, path, cancel),
                (null, { } path) when paths.Length > 0 => RunPedigree(parse, paths, path, assumptions, cancel),
                _ => Task.FromResult(terminal.Refuse(
                    "", "give either a CASE (JSON or a Familias project), or --profiles and --pedigree")),
            };
        });
        return command;
    }

    static async Task<int> RunPedigree(
        ParseResult parse, string[] profiles, string pedigree, AssumptionOptions options, CancellationToken cancel)
    {
        var terminal = Terminal.Of(parse);
        var refusals = new Refusals(terminal);
        var assumptions = options.Read(parse, refusals);
        var read = ProfileInputs.Read(profiles, refusals);
        var families = FamilyInputs.Read(pedigree, read, refusals, isSearch: false);
        if (assumptions is null || refusals.Any) return refusals.Refuse();
        if (PedigreeLr.Hypotheses(pedigree, families, refusals) is not { } hypotheses) return refusals.Refuse();
        var answer = await terminal.Work.Run("Calculating", (_, _) => PedigreeLr.Of(hypotheses, assumptions), cancel);
        return terminal.Answer(answer, answer.Draw);
    }

    static async Task<int> RunProject(
        ParseResult parse, string path, AssumptionOptions options, CancellationToken cancel)
    {
        var terminal = Terminal.Of(parse);
        var refusals = new Refusals(terminal);
        if (refusals.Take(path, InputFile.Read(path, FamiliasReader.Read)) is not { } project) return refusals.Refuse();
        var assumptions = options.Read(parse, refusals, project);
        if (project.Hypotheses.Count == 0 && project.Families.Count > 0)
            return terminal.Refuse(
                path, "has no pedigrees but those of the DVI module; `homeward search --families` searches with them");
        var hypotheses = PedigreeLr.Hypotheses(path, FamilyInputs.HypothesesOf(project), refusals);
        if (assumptions is null || hypotheses is null) return refusals.Refuse();
        var answer = await terminal.Work.Run(
            "Calculating", (_, _) => PedigreeLr.Of(hypotheses, assumptions, DropOuts.Of(project)), cancel);
        return terminal.Answer(answer, answer.Draw);
    }

    static async Task<int> Run(Terminal terminal, string path, CancellationToken cancel)
    {
        if (await CaseFiles.Read(terminal, path, cancel) is not { } bytes) return ExitCode.Refused;
        var parsed = LrCaseFile.Read(bytes);
        terminal.Warn(path, parsed.Warnings);
        if (!parsed.IsValid) return terminal.Refuse(path, parsed.Problems);
        try
        {
            var answers = await terminal.Work.Run(
                $"Calculating {parsed.Value.Cases.Count:N0} cases",
                (report, stop) => Evaluate(parsed.Value, report, stop),
                cancel);
            return terminal.Answer(parsed.Value.IsList ? answers : answers[0], console => Draw(console, answers));
        }
        catch (LikelihoodTooLargeException e)
        {
            return terminal.Refuse(path, e.Message);
        }
    }

    static List<LrAnswer> Evaluate(LrCaseFile file, Action<double> report, CancellationToken cancel)
    {
        var answers = new List<LrAnswer>(file.Cases.Count);
        foreach (var it in file.Cases)
        {
            cancel.ThrowIfCancellationRequested();
            answers.Add(it.Evaluate());
            report((double)answers.Count / file.Cases.Count);
        }
        return answers;
    }

    static void Draw(IAnsiConsole console, List<LrAnswer> answers)
    {
        foreach (var answer in answers)
            foreach (var comparison in answer.Comparisons)
            {
                console.WriteLine($"{answer.Id}: {comparison.Numerator} against {comparison.Denominator}");
                var table = Tables.Of("marker", ">LR", ">log10 numerator", ">log10 denominator");
                foreach (var it in comparison.Markers)
                    table.Add(
                        it.Name, Number(it.Lr, "G6"),
                        Number(it.Log10Numerator, "F4"), Number(it.Log10Denominator, "F4"));
                console.Write(table);
                console.WriteLine($"log10 LR over all markers: {Number(comparison.Log10, "F4")}");
                console.WriteLine();
            }
    }

    static string Number(double? value, string format) => value switch
    {
        null => "both impossible",
        double.PositiveInfinity => "infinite",
        double.NegativeInfinity => "impossible",
        { } number => number.ToString(format, CultureInfo.InvariantCulture),
    };
}
