using System.CommandLine;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Search.Assignment;

namespace Homeward.Cli.Commands.Assign;

/// <summary><c>homeward assign</c>: children and families that compete, all at once.</summary>
static class AssignCommand
{
    public const string Examples =
        "homeward assign --children children.txt --families families.csv --profiles references.csv"
        + " --population china-han\n"
        + "homeward assign --children children.txt --families families.csv --profiles references.csv"
        + " --population china-han --prior-odds 0.01 --top 100 --json\n"
        + "homeward assign --families project.fam";

    public static Command Create()
    {
        var command = new Command(
            "assign", "Weigh every assignment of children to missing members at once, nobody placed included");
        var options = new AssignOptions(command);
        command.SetAction((parse, cancel) => Run(parse, options, cancel));
        return command;
    }

    static async Task<int> Run(ParseResult parse, AssignOptions options, CancellationToken cancel)
    {
        var terminal = Terminal.Of(parse);
        var refusals = new Refusals(terminal);
        var input = await terminal.Work.Run("Reading files", (_, _) => options.Read(parse, refusals), cancel);
        if (input is null) return refusals.Refuse();
        var outcome = await terminal.Work.Run(
            $"Weighing {input.Children.Count:N0} children and {input.Families.Count:N0} families",
            (done, _) => JointAssignment.Of(input.Families, input.Children, input.Settings, new Share(done)), cancel);
        if (!outcome.IsAllowed) return terminal.Refuse("", outcome.Refusal.Reason);
        var answer = AssignAnswer.Of(input, outcome.Value);
        return terminal.Answer(answer, console => AssignDrawing.Draw(console, answer));
    }

    sealed class Share(Action<double> done) : IProgress<double>
    {
        public void Report(double value) => done(value);
    }
}
