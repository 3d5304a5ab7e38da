using System.CommandLine;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Search.Direct;

namespace Homeward.Cli.Commands.Samples;

/// <summary><c>homeward duplicates</c>: samples that may be one person's, under two names or under one.</summary>
static class DuplicatesCommand
{
    public const string Examples =
        "homeward duplicates children.txt\n"
        + "homeward duplicates children.txt references.csv --population china-han,east-asia --json\n"
        + "homeward duplicates old_run.txt new_run.txt --differences 5 --drop-out 0.1";

    public static Command Create()
    {
        var command = new Command(
            "duplicates",
            "Find samples that may be one person's: a child sampled twice, one person under two names, swapped tubes");
        var options = new DuplicatesOptions(command);
        command.SetAction((parse, cancel) => Run(parse, options, cancel));
        return command;
    }

    static async Task<int> Run(ParseResult parse, DuplicatesOptions options, CancellationToken cancel)
    {
        var terminal = Terminal.Of(parse);
        var refusals = new Refusals(terminal);
        var input = await terminal.Work.Run("Reading files", (_, _) => options.Read(parse, refusals), cancel);
        if (input is null) return refusals.Refuse();
        var columns = new SampleColumns(input.Markers);
        foreach (var sample in input.Samples) columns.Append(sample.Profile);
        var outcome = await terminal.Work.Run(
            $"Comparing {input.Samples.Count:N0} samples",
            (done, stop) => DirectMatches.Of(
                columns, input.Tolerance, Environment.ProcessorCount, new Share(done), stop),
            cancel);
        if (!outcome.IsAllowed) return terminal.Refuse("", outcome.Refusal.Reason);
        var answer = DuplicatesAnswer.Of(input, columns, outcome.Value.Pairs);
        return terminal.Answer(answer, console => DuplicatesDrawing.Draw(console, answer));
    }

    sealed class Share(Action<double> done) : IProgress<double>
    {
        public void Report(double value) => done(value);
    }
}
