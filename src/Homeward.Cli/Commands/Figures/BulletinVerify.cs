using System.CommandLine;
using Homeward.Cases.Audit;
using Homeward.Cases.Bulletins;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Storage.Bulletins;
using Spectre.Console;

namespace Homeward.Cli.Commands.Figures;

/// <summary><c>homeward bulletin verify</c>: counts every published bulletin again.</summary>
static class BulletinVerify
{
    /// <param name="Hold">Whether all of them do.</param>
    /// <param name="Bulletins">Each published one, the last first.</param>
    sealed record Answer(bool Hold, IReadOnlyList<Verified> Bulletins);

    /// <param name="Number">Of the bulletin.</param>
    /// <param name="Replays">The ledger, counted up to the same line, gives the same bytes.</param>
    /// <param name="DigestHolds">The bytes have the digest that was signed.</param>
    sealed record Verified(string Number, bool Replays, bool DigestHolds);

    public static Command Create()
    {
        var command = new Command("verify", "Count each published bulletin again from the ledger, byte by byte");
        var options = new InstallationOptions(command);
        command.SetAction(async (parse, cancel) =>
        {
            var terminal = Terminal.Of(parse);
            var refusals = new Refusals(terminal);
            await using var open = await options.OpenAsync(parse, Purpose.Oversight, refusals, cancel);
            if (open is null) return refusals.Refuse();
            var answer = await OfAsync(open, cancel);
            terminal.Answer(answer, console => Draw(console, answer));
            return answer.Hold ? ExitCode.Done : ExitCode.Refused;
        });
        return command;
    }

    static async Task<Answer> OfAsync(OpenInstallation open, CancellationToken cancel)
    {
        var store = new BulletinStore(open.Session);
        var verified = new List<Verified>();
        foreach (var facts in await store.AllAsync(cancel))
            if (facts.Publication is not null && facts.Current is { } count)
            {
                var again = await store.CountAgainAsync(facts.Bulletin.Plan, open.Profile, count.LastLine, cancel);
                verified.Add(new(
                    facts.Bulletin.Number, CanonicalJson.Of(again) == count.Json,
                    BulletinCount.DigestOf(count.Json) == count.Digest));
            }
        return new(verified.All(it => it is { Replays: true, DigestHolds: true }), verified);
    }

    static void Draw(IAnsiConsole console, Answer answer)
    {
        foreach (var it in answer.Bulletins)
            console.WriteLine(
                $"{it.Number}: {(it.Replays ? "gives the same bytes" : "DOES NOT give the same bytes")}"
                + (it.DigestHolds ? "" : "; the digest is not that of the bytes"));
        if (answer.Bulletins.Count == 0) console.WriteLine("No bulletin is published.");
    }
}
