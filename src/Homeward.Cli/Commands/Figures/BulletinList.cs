using System.CommandLine;
using Homeward.Cases.Audit;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Storage.Bulletins;
using Spectre.Console;

namespace Homeward.Cli.Commands.Figures;

/// <summary><c>homeward bulletin list</c>: every bulletin and how far it is.</summary>
static class BulletinList
{
    /// <param name="Bulletins">The last one first.</param>
    sealed record Answer(IReadOnlyList<BulletinAnswer> Bulletins);

    public static Command Create()
    {
        var command = new Command("list", "List every bulletin, the last one first, and how far it is");
        var options = new InstallationOptions(command);
        command.SetAction(async (parse, cancel) =>
        {
            var terminal = Terminal.Of(parse);
            var refusals = new Refusals(terminal);
            await using var open = await options.OpenAsync(parse, Purpose.Statistics, refusals, cancel);
            if (open is null) return refusals.Refuse();
            var all = await new BulletinStore(open.Session).AllAsync(cancel);
            var answer = new Answer([.. all.Select(it => BulletinAnswer.Of(it, open.Profile))]);
            return terminal.Answer(answer, console => Draw(console, answer));
        });
        return command;
    }

    static void Draw(IAnsiConsole console, Answer answer)
    {
        if (answer.Bulletins.Count == 0)
        {
            console.WriteLine("There is no bulletin yet: homeward bulletin draft --help");
            return;
        }
        var table = Tables.Of("bulletin", "phase", "figures of", "totals since", ">signatures", "published");
        foreach (var it in answer.Bulletins)
            table.Add(
                it.Number, it.Phase.ToLowerInvariant(), it.Day, it.Since, $"{it.Signatures} of 2",
                it.PublishedAt ?? "");
        console.Write(table);
    }
}
