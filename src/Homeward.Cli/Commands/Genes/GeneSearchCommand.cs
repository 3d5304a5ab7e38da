using System.CommandLine;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Search.Kernels;
using Homeward.Search.Ranking;
using Homeward.Server.Genes;

namespace Homeward.Cli.Commands.Genes;

/// <summary><c>homeward genes search</c>: everybody who has not been searched under these terms. By night, by a
/// timer, or after an import: it does what is left to do, and nothing twice.</summary>
static class GeneSearchCommand
{
    public const double DefaultThreshold = 10_000;

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
        var all = new Option<bool>("--all")
        {
            Description = "Search everybody again, also those who have a record; stopped, it goes on without --all",
        };
        command.Add(all);
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
            if (read is null || refusals.Any) return Task.FromResult(refusals.Refuse());
            var settings = SettingsOf(read, parse.GetValue(threshold));
            return RunAsync(terminal, refusals, run, new(settings, read.Answer, parse.GetValue(all)), cancel);
        });
        return command;
    }

    /// <summary>The same here and where pages are served, so that neither searches anew what the other has searched.
    /// </summary>
    public static SearchSettings SettingsOf(Assumptions assumptions, double threshold) => new()
    {
        Populations = assumptions.Populations,
        Threshold = Math.Log10(threshold),
        AlternativePrior = 1,
        ExplainedRanks = 0,
        Scan = ScanOptions.Fastest,
    };

    /// <param name="Settings">What is taken for granted.</param>
    /// <param name="Assumptions">The same in words.</param>
    /// <param name="Anew">Whether everybody is searched again.</param>
    sealed record Asked(SearchSettings Settings, AssumptionsAnswer Assumptions, bool Anew);

    static async Task<int> RunAsync(
        Terminal terminal, Refusals refusals, GeneSearchRun run, Asked asked, CancellationToken cancel)
    {
        var answer = await run.RunAsync(
            async genes =>
            {
                using var search = new GeneSearch(genes, asked.Settings);
                search.Begin(asked.Anew);
                var round = await terminal.Work.Run("Searching", search.Run, cancel);
                return GeneSearchAnswer.Of(round, new(genes), asked.Assumptions);
            },
            asked.Settings.Populations[0],
            cancel);
        return answer is null
            ? refusals.Refuse()
            : terminal.Answer(answer, console => GeneSearchAnswer.Draw(console, answer));
    }
}
