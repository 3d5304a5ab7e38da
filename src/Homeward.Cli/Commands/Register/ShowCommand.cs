using System.CommandLine;
using Homeward.Cases.Audit;
using Homeward.Cases.Samples;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Storage.Samples;

namespace Homeward.Cli.Commands.Register;

/// <summary><c>homeward sample show</c>: one tube, and through whose hands it went.</summary>
static class ShowCommand
{
    sealed record Answer(SampleAnswer Sample, IReadOnlyList<Hand> Chain);

    /// <summary>From one user to another, in the jurisdiction's own time.</summary>
    sealed record Hand(Guid From, Guid To, string At, string Seal, bool SealIntact);

    public static Command Create()
    {
        var label = new Argument<string>("LABEL") { Description = "Label of the tube" };
        var command = new Command("show", "Show one sample and its chain of custody") { label };
        var options = new InstallationOptions(command);
        command.SetAction(async (parse, cancel) =>
        {
            var terminal = Terminal.Of(parse);
            var refusals = new Refusals(terminal);
            await using var open = await options.OpenAsync(parse, Purpose.Identification, refusals, cancel);
            if (open is null) return refusals.Refuse();
            var store = new SampleStore(open.Session);
            if (await store.FactsAsync([parse.GetValue(label)!], cancel) is not [var facts])
                return terminal.Refuse(parse.GetValue(label)!, new SampleRefusal.NotFound().Reason);
            var answer = new Answer(
                SampleAnswer.Of(facts),
                [
                    .. (await store.ChainAsync(facts.Sample, cancel)).Select(it => new Hand(
                        it.From.Value, it.To.Value, open.Text(it.At), it.Seal, it.SealIntact)),
                ]);
            return terminal.Answer(answer, console =>
            {
                console.Write(new Spectre.Console.Text(
                    $"{facts.Label}: given as {answer.Sample.Role}, {answer.Sample.Stage}, for "
                    + $"{string.Join(", ", answer.Sample.Uses)}; typed as "
                    + $"{string.Join(", ", answer.Sample.Accessions)}\n"));
                var table = Tables.Of("taken over", "by", "from", "seal", "whole");
                foreach (var it in answer.Chain)
                    table.Add(it.At, $"{it.To}", $"{it.From}", it.Seal, it.SealIntact ? "yes" : "NO");
                console.Write(table);
            });
        });
        return command;
    }
}
