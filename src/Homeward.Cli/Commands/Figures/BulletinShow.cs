using System.CommandLine;
using Homeward.Cases.Audit;
using Homeward.Cases.Bulletins;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Genetics.Primitives;
using Homeward.Storage.Bulletins;

namespace Homeward.Cli.Commands.Figures;

/// <summary><c>homeward bulletin show</c>: its sentences, what was recorded later, and its files.</summary>
static class BulletinShow
{
    public static Command Create()
    {
        var number = BulletinCommand.Number();
        var output = new Option<string?>("--out")
        {
            Description = "Folder to write the pages and the figures to, as they were counted",
            HelpName = "FOLDER",
        };
        var command = new Command("show", "Show what it says, and beside it what was recorded later")
        {
            number, output,
        };
        var options = new InstallationOptions(command);
        command.SetAction(async (parse, cancel) =>
        {
            var terminal = Terminal.Of(parse);
            var refusals = new Refusals(terminal);
            await using var open = await options.OpenAsync(parse, Purpose.Statistics, refusals, cancel);
            if (open is null) return refusals.Refuse();
            return await RunAsync(terminal, open, (parse.GetValue(number)!, parse.GetValue(output)), cancel);
        });
        return command;
    }

    static async Task<int> RunAsync(
        Terminal terminal, OpenInstallation open, (string Number, string? Folder) asked, CancellationToken cancel)
    {
        var store = new BulletinStore(open.Session);
        if (await store.FindAsync(asked.Number, cancel) is not { } facts)
            return terminal.Refuse(asked.Number, "there is no bulletin of this number");
        var answer = BulletinAnswer.Of(facts, open.Profile);
        if (facts.Current is { } count)
        {
            var plan = facts.Bulletin.Plan;
            var then = await store.CountAgainAsync(plan, open.Profile, count.LastLine, cancel);
            var today = open.Today > plan.Day ? open.Today : plan.Day;
            var now = await store.CountAgainAsync(plan with { Day = today }, open.Profile, lastLine: null, cancel);
            answer = answer with
            {
                Sentences =
                [
                    BulletinSentences.Lead(then, BulletinWords.English),
                    .. BulletinSentences.Operations(then, BulletinWords.English),
                    BulletinSentences.National(then, BulletinWords.English),
                ],
                LaterRecorded = [.. LaterOf(plan, then, now)],
                Files = asked.Folder is { } folder
                    ? await WriteAsync(store, count, (asked.Number, folder), cancel) : [],
            };
        }
        return terminal.Answer(answer, console => BulletinDrawing.Draw(console, answer));
    }

    static IEnumerable<BulletinAnswer.Later> LaterOf(BulletinPlan plan, BulletinFigures then, BulletinFigures now)
    {
        var rule = plan.AgeRules[0].Code;
        foreach (var (index, operation) in plan.Operations.Index())
            yield return new(operation.Code, LaterFigures.Of(then.Operations[index], now.Operations[index], rule));
        if (plan.Operations.Count > 1)
            yield return new("together", LaterFigures.Of(then.Together, now.Together, rule));
        yield return new("since", LaterFigures.Of(then.National, now.National, rule));
    }

    /// <summary>The kept pages and the counted bytes, as they are.</summary>
    public static async Task<IReadOnlyList<string>> WriteAsync(
        BulletinStore store, BulletinCount count, (string Number, string Folder) place, CancellationToken cancel)
    {
        Directory.CreateDirectory(place.Folder);
        var files = new List<string>();
        async Task KeepAsync(string ending, string text)
        {
            files.Add(Path.Combine(place.Folder, $"bulletin-{place.Number}.{ending}"));
            await File.WriteAllTextAsync(files[^1], text, cancel);
        }

        foreach (var words in BulletinWords.All)
        {
            var page = await store.TextAsync(count.Id, words.Language, cancel);
            Check.That(page is not null);
            await KeepAsync(words.Language[..2] + ".html", page.Html);
        }
        await KeepAsync("json", count.Json);
        return files;
    }
}
