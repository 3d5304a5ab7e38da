using System.CommandLine;
using Homeward.Cases.Audit;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Genetics.Primitives;
using Homeward.Storage.Bulletins;

namespace Homeward.Cli.Commands.Figures;

/// <summary><c>homeward bulletin</c>: from the draft to the publication, and what became of its figures since.
/// </summary>
static class BulletinCommand
{
    public const string Examples =
        "homeward bulletin list\n"
        + "homeward bulletin show 2011-07-27 --out pages\n"
        + "homeward bulletin draft 2011-08-02 --as statistician --day 2011-08-02 --since 2011-07-01"
        + " --operation A=<id> --operation B=<id>\n"
        + "homeward bulletin count 2011-08-02 --as statistician\n"
        + "homeward bulletin sign 2011-08-02 --as headquarters\n"
        + "homeward bulletin sign 2011-08-02 --as commander\n"
        + "homeward bulletin publish 2011-08-02 --as statistician\n"
        + "homeward bulletin verify";

    public static Command Create() =>
        new("bulletin", "Draft, count, sign, publish, list, show and count again: docs/guide/statistics.md")
        {
            BulletinDraft.Create(),
            Step(
                "count", "Count it up to the ledger's last line and write its pages; earlier signatures fall",
                (open, number, cancel) => ThenAsync(
                    new BulletinStore(open.Session).CountAsync(number, open.Profile, cancel))),
            Step(
                "sign", "Sign what was counted; two people do, neither of whom drafted or counted it",
                (open, number, cancel) => ThenAsync(new BulletinStore(open.Session).ApproveAsync(number, cancel))),
            Step(
                "publish", "Publish what two people have signed; nothing of it changes any more",
                (open, number, cancel) => ThenAsync(new BulletinStore(open.Session).PublishAsync(number, cancel))),
            BulletinList.Create(),
            BulletinShow.Create(),
            BulletinVerify.Create(),
        };

    public static Argument<string> Number() => new("NUMBER")
    {
        Description = "The bulletin's number, such as 2011-07-27",
    };

    /// <summary>The bulletin as it now stands; or why not.</summary>
    public static async Task<int> TellAsync(
        Terminal terminal, OpenInstallation open, string number, CancellationToken cancel)
    {
        var facts = await new BulletinStore(open.Session).FindAsync(number, cancel);
        if (facts is null) return terminal.Refuse(number, "there is no bulletin of this number");
        var answer = BulletinAnswer.Of(facts, open.Profile);
        return terminal.Answer(answer, console => BulletinDrawing.Draw(console, answer));
    }

    static Command Step(
        string name, string description, Func<OpenInstallation, string, CancellationToken, Task<Refusal?>> act)
    {
        var number = Number();
        var command = new Command(name, description) { number };
        var options = new InstallationOptions(command);
        command.SetAction(async (parse, cancel) =>
        {
            var terminal = Terminal.Of(parse);
            var refusals = new Refusals(terminal);
            await using var open = await options.OpenAsync(parse, Purpose.Statistics, refusals, cancel);
            if (open is null) return refusals.Refuse();
            return await act(open, parse.GetValue(number)!, cancel) is { } refusal
                ? terminal.Refuse(parse.GetValue(number)!, refusal.Reason)
                : await TellAsync(terminal, open, parse.GetValue(number)!, cancel);
        });
        return command;
    }

    static async Task<Refusal?> ThenAsync<T>(Task<Outcome<T>> act)
        where T : class => (await act).Refusal;
}
