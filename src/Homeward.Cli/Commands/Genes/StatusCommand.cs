using System.CommandLine;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Spectre.Console;

namespace Homeward.Cli.Commands.Genes;

/// <summary><c>homeward genes status</c>: who is accepted and not searched.</summary>
static class StatusCommand
{
    /// <summary>Everything that somebody should look at.</summary>
    sealed record Answer(
        long Version,
        bool AllSearched,
        IReadOnlyList<string> UnsearchedChildren,
        IReadOnlyList<Guid> UnsearchedFamilies,
        IReadOnlyList<string> RelativesInNoFamily,
        IReadOnlyList<Guid> FamiliesThatCannotReach,
        IReadOnlyList<Guid> FamiliesTooOpen,
        int OpenCandidates);

    public static Command Create()
    {
        var data = DataFolder.Option();
        var command = new Command("status", "Say who is accepted and not searched, and why")
        {
            data, CommonOptions.Json(),
        };
        command.SetAction(async (parse, cancel) =>
        {
            var terminal = Terminal.Of(parse);
            var refusals = new Refusals(terminal);
            await using var genes = OpenGenes.Of(new DataFolder(parse.GetValue(data)!), refusals);
            if (genes is null) return refusals.Refuse();
            var answer = Of(genes);
            return terminal.Answer(answer, console => Draw(console, answer));
        });
        return command;
    }

    static Answer Of(OpenGenes genes)
    {
        var alarms = genes.Ledger.Alarms();
        return new(
            genes.Database.Version(),
            alarms.AllSearched,
            [.. alarms.Children.Select(it => it.ToString())],
            [.. alarms.Families.Select(it => it.Value)],
            [.. alarms.Idle.Select(it => it.ToString())],
            [.. alarms.CannotReach.Select(it => it.Value)],
            [.. alarms.TooOpen.Select(it => it.Value)],
            genes.Ledger.OpenCandidates().Count);
    }

    static void Draw(IAnsiConsole console, Answer answer)
    {
        console.WriteLine(answer.AllSearched
            ? $"Everybody is searched, up to change {answer.Version:N0}."
            : "NOT everybody is searched.");
        Tell(console, "children not searched", answer.UnsearchedChildren);
        Tell(console, "families not searched", answer.UnsearchedFamilies);
        Tell(console, "families that no exact calculation reaches", answer.FamiliesTooOpen);
        Tell(console, "families that can reach the threshold with nobody: type more of them",
            answer.FamiliesThatCannotReach);
        Tell(console, "relatives' profiles that belong to no family", answer.RelativesInNoFamily);
        console.WriteLine($"{answer.OpenCandidates:N0} candidates are open.");
    }

    static void Tell<T>(IAnsiConsole console, string what, IReadOnlyList<T> numbers)
    {
        const int shown = 5;
        if (numbers.Count == 0) return;
        var more = numbers.Count > shown ? ", …" : "";
        console.WriteLine($"{numbers.Count:N0} {what}: {string.Join(", ", numbers.Take(shown))}{more}");
    }
}
