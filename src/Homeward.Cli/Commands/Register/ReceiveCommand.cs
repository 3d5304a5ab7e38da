using System.CommandLine;
using Homeward.Cases.Audit;
using Homeward.Cases.Samples;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Storage.Samples;

namespace Homeward.Cli.Commands.Register;

/// <summary><c>homeward sample receive</c>: who takes samples over says so, and how their seals were.</summary>
static class ReceiveCommand
{
    sealed record Answer(IReadOnlyList<string> Received, bool SealIntact);

    public static Command Create()
    {
        var labels = new Argument<string[]>("LABEL")
        {
            Description = "Labels of the tubes",
            Arity = ArgumentArity.OneOrMore,
        };
        var broken = new Option<bool>("--seal-broken")
        {
            Description = "Their seals were broken: they are not typed, and others are to be taken",
        };
        var seal = new Option<string?>("--seal") { Description = "Number of a new seal, for one tube" };
        var command = new Command("receive", "Take samples over from whoever holds them, all of them or none")
        {
            labels, broken, seal,
        };
        command.Aliases.Add("hand-over");
        var options = new InstallationOptions(command);
        command.SetAction(async (parse, cancel) =>
        {
            var terminal = Terminal.Of(parse);
            var refusals = new Refusals(terminal);
            var asked = parse.GetValue(labels)!.Distinct().ToList();
            if (parse.GetValue(seal) is not null && asked.Count > 1)
                refusals.Add("--seal", "", "is for one tube: no two have one seal");
            await using var open = refusals.Any
                ? null : await options.OpenAsync(parse, Purpose.Identification, refusals, cancel);
            if (open is null) return refusals.Refuse();
            var store = new SampleStore(open.Session);
            var facts = await store.FactsAsync(asked, cancel);
            foreach (var label in asked.Except(facts.Select(it => it.Label)))
                refusals.Add("LABEL", label, new SampleRefusal.NotFound().Reason);
            foreach (var it in facts.Where(it => it.Holder == open.Session.Actor.User))
                refusals.Add("LABEL", it.Label, "is in your hands already");
            if (refusals.Any) return refusals.Refuse();
            var isIntact = !parse.GetValue(broken);
            var done = await store.TakeOverAllAsync(
                [.. facts.Select(it => new TakenOver(it.Label, it.Holder, isIntact, parse.GetValue(seal)))], cancel);
            if (!done.IsAllowed) return terminal.Refuse("receive", done.Refusal.Reason);
            var answer = new Answer([.. facts.Select(it => it.Label)], isIntact);
            return terminal.Answer(answer, console => console.Write(new Spectre.Console.Text(
                $"{PlainWords.Counted(answer.Received.Count, "sample")} in your hands, "
                + (isIntact ? "seals whole.\n" : "seals BROKEN: take others.\n"))));
        });
        return command;
    }
}
