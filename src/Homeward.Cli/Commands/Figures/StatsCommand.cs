using System.CommandLine;
using Homeward.Cases.Audit;
using Homeward.Cases.Operations;
using Homeward.Cases.Statistics;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Storage;
using Homeward.Storage.Operations;
using Homeward.Storage.Statistics;

namespace Homeward.Cli.Commands.Figures;

/// <summary><c>homeward stats</c>: the ledger's figures, now or as they were known at a line.</summary>
static class StatsCommand
{
    public const string Examples =
        "homeward stats\nhomeward stats --since 2011-07-01 --as-of 2011-07-27 --by operation\n"
        + "homeward stats --by jurisdiction --json";

    /// <summary>Into what the total is parted.</summary>
    public enum Parting
    {
        None,
        Operation,
        Jurisdiction,
    }

    static readonly DateOnly Beginning = new(1949, 10, 1);

    public static Command Create()
    {
        var since = DayOption.Of("--since", "The first day; without it everything");
        var asOf = DayOption.Of("--as-of", "The last day; without it today");
        var line = new Option<long?>("--line")
        {
            Description = "Count up to this line of the ledger: what was known then",
            HelpName = "NUMBER",
        };
        var by = new Option<Parting>("--by") { Description = "Also each part by itself" };
        var command = new Command("stats", "Count the figures from the ledger, under each age rule of the jurisdiction")
        {
            since, asOf, line, by,
        };
        var options = new InstallationOptions(command);
        command.SetAction(async (parse, cancel) =>
        {
            var terminal = Terminal.Of(parse);
            var refusals = new Refusals(terminal);
            await using var open = await options.OpenAsync(parse, Purpose.Statistics, refusals, cancel);
            if (open is null) return refusals.Refuse();
            var question = new StatisticsQuestion(
                parse.GetValue(since) ?? Beginning, parse.GetValue(asOf) ?? open.Today, parse.GetValue(line));
            var answer = await OfAsync(open, question, parse.GetValue(by), cancel);
            return terminal.Answer(answer, console => StatsDrawing.Draw(console, answer));
        });
        return command;
    }

    static async Task<StatsAnswer> OfAsync(
        OpenInstallation open, StatisticsQuestion question, Parting by, CancellationToken cancel)
    {
        var profile = open.Profile;
        var sums = await new StatisticsStore(open.Session).SumsAsync(question, cancel);
        StatsAnswer.Part Part(string name, IEnumerable<LedgerLine> lines) =>
            StatsAnswer.PartOf(name, lines, profile, sums);
        IReadOnlyList<StatsAnswer.Part> parts = [];
        if (by == Parting.Jurisdiction)
            parts =
            [
                .. sums.Lines.GroupBy(it => it.Lead).OrderBy(it => it.Key.Value, StringComparer.Ordinal)
                    .Select(it => Part(it.Key.Value, it)),
            ];
        if (by == Parting.Operation)
        {
            var codes = await CodesAsync(open.Session, cancel);
            parts =
            [
                .. sums.Lines.GroupBy(it => it.Operation)
                    .Select(it => Part(it.Key is { } id ? codes.GetValueOrDefault(id, $"{id.Value}") : "", it))
                    .OrderBy(it => it.Name.Length == 0).ThenBy(it => it.Name, StringComparer.Ordinal),
            ];
        }
        var responses = question.LastLine is not null ? null
            : StatsAnswer.Waits.Of(await new StatisticsStore(open.Session).ResponsesAsync(
                question.Since, question.AsOf, profile.Zone, cancel));
        return new(
            DayOption.Text(question.Since), DayOption.Text(question.AsOf), sums.Last.Number,
            [.. profile.AgeRules.Select(it => it.Code)], Part("", sums.Lines), by, parts, responses);
    }

    static async Task<Dictionary<OperationId, string>> CodesAsync(CaseSession session, CancellationToken cancel) =>
        (await new OperationStore(session).ListAsync(cancel)).ToDictionary(it => it.Id, it => it.Code);
}
