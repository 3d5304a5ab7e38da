using System.CommandLine;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Search.Kernels;
using Homeward.Search.Ranking;

namespace Homeward.Cli.Commands.Genes;

/// <summary><c>homeward genes search</c>: everybody who has not been searched under these terms. By night, by a
/// timer, or after an import: it does what is left to do, and nothing twice.</summary>
static class GeneSearchCommand
{
    const double DefaultThreshold = 10_000;

    public static Command Create()
    {
        var data = DataFolder.Option();
        var threshold = new Option<double>("--threshold")
        {
            Description = "Smallest LR against unrelated that makes a candidate",
            DefaultValueFactory = _ => DefaultThreshold,
        };
        var command = new Command(
            "search", "Search all children and families that have no record of a search under these terms")
        {
            data, threshold,
        };
        var acting = new ActingOptions(command, isRequired: false);
        var assumptions = new AssumptionOptions(command);
        command.Add(CommonOptions.Json());
        command.SetAction((parse, cancel) =>
        {
            var terminal = Terminal.Of(parse);
            var refusals = new Refusals(terminal);
            if (parse.GetValue(threshold) is not (>= 1 and < double.PositiveInfinity))
                refusals.Add("--threshold", "", "must be 1 or more");
            var read = assumptions.Read(parse, refusals);
            if (read is { CanExclude: true })
                refusals.Add("--mutation", "", "this model calls some mutations impossible and would drop families");
            var folder = new DataFolder(parse.GetValue(data)!);
            var run = new GeneSearchRun(folder, acting.Read(parse, folder, refusals), refusals);
            return RunAsync(terminal, refusals, run, read, Math.Log10(parse.GetValue(threshold)), cancel);
        });
        return command;
    }

    static async Task<int> RunAsync(
        Terminal terminal,
        Refusals refusals,
        GeneSearchRun run,
        Assumptions? assumptions,
        double threshold,
        CancellationToken cancel)
    {
        if (assumptions is null || refusals.Any) return refusals.Refuse();
        var settings = new SearchSettings
        {
            Populations = assumptions.Populations,
            Threshold = threshold,
            AlternativePrior = 1,
            ExplainedRanks = 0,
            Scan = ScanOptions.Fastest,
        };
        var answer = await run.RunAsync(
            ledger => new NationalSearch(ledger, settings, GeneSearchAnswer.WordsOf(assumptions, threshold)),
            async (search, ledger) =>
            {
                var result = await terminal.Work.Run("Searching", (done, stop) => search.Run(done, stop), cancel);
                return GeneSearchAnswer.Of(result, ledger, assumptions);
            },
            settings.Populations[0],
            cancel);
        return answer is null
            ? refusals.Refuse()
            : terminal.Answer(answer, console => GeneSearchAnswer.Draw(console, answer));
    }
}
