using System.CommandLine;
using Homeward.Cases.Audit;
using Homeward.Cases.Bulletins;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Storage.Bulletins;
using Homeward.Storage.Operations;

namespace Homeward.Cli.Commands.Figures;

/// <summary><c>homeward bulletin draft</c>: what a bulletin is to say, before anything is counted.</summary>
static class BulletinDraft
{
    public static Command Create()
    {
        var number = BulletinCommand.Number();
        var day = DayOption.Of("--day", "The last day it counts; without it today");
        var since = DayOption.Of("--since", "The first day of the totals; without it the first of January");
        var operations = new Option<string[]>("--operation")
        {
            Description = "An operation to be told by itself: the name the public hears = its code",
            HelpName = "NAME=CODE",
            DefaultValueFactory = _ => [],
        };
        var command = new Command("draft", "Say what a new bulletin is to count") { number, day, since, operations };
        var options = new InstallationOptions(command);
        command.SetAction(async (parse, cancel) =>
        {
            var terminal = Terminal.Of(parse);
            var refusals = new Refusals(terminal);
            await using var open = await options.OpenAsync(parse, Purpose.Statistics, refusals, cancel);
            if (open is null) return refusals.Refuse();
            var last = parse.GetValue(day) ?? open.Today;
            var planned = await OperationsAsync(open, parse.GetValue(operations)!, refusals, cancel);
            if (refusals.Any) return refusals.Refuse();
            var drafted = await new BulletinStore(open.Session).DraftAsync(
                new()
                {
                    Number = parse.GetValue(number)!,
                    Day = last,
                    Since = parse.GetValue(since) ?? new DateOnly(last.Year, 1, 1),
                    Profile = open.Profile.Code,
                    Zone = open.Profile.Zone.Name,
                    AgeRules = BulletinPlan.RulesOf(open.Profile),
                    Operations = planned,
                },
                cancel);
            return drafted.Refusal is { } refusal
                ? terminal.Refuse(parse.GetValue(number)!, refusal.Reason)
                : await BulletinCommand.TellAsync(terminal, open, parse.GetValue(number)!, cancel);
        });
        return command;
    }

    /// <summary>Each by its code; its day is that of H-hour in the jurisdiction.</summary>
    static async Task<IReadOnlyList<BulletinPlan.PlannedOperation>> OperationsAsync(
        OpenInstallation open, string[] asked, Refusals refusals, CancellationToken cancel)
    {
        if (asked.Length == 0) return [];
        var store = new OperationStore(open.Session);
        var known = (await store.ListAsync(cancel)).ToDictionary(it => it.Code, it => it.Id, StringComparer.Ordinal);
        var planned = new List<BulletinPlan.PlannedOperation>();
        foreach (var text in asked)
        {
            var at = text.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0) refusals.Add("--operation", text, "is not NAME=CODE");
            else if (!known.TryGetValue(text[(at + 1)..], out var id))
                refusals.Add("--operation", text, "there is no such operation");
            else if (await store.FindAsync(id, cancel) is { } facts)
                planned.Add(new(id, text[..at], open.Profile.Zone.DayOf(facts.HHourAt(open.Session.Now))));
        }
        return planned;
    }
}
