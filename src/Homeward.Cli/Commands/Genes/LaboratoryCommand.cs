using System.CommandLine;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Server.Genes;
using Spectre.Console;

namespace Homeward.Cli.Commands.Genes;

/// <summary><c>homeward genes laboratory</c>: a laboratory's export goes in by the labels of the tubes.</summary>
static class LaboratoryCommand
{
    /// <summary>Whether a family contradicts itself hardly depends on it.</summary>
    const string DefaultPopulation = "china-han";

    public static Command Create()
    {
        var data = DataFolder.Option();
        var profiles = new Option<string[]>("--profiles")
        {
            Description = "Profiles as the laboratory exports them, in any format; samples are named by their labels",
            AllowMultipleArgumentsPerToken = true,
            HelpName = "FILE...",
            Required = true,
        };
        var twins = new Option<string[]>("--twins")
        {
            Description = "Two labels of different people whose profiles may be alike",
            HelpName = "A=B",
        };
        var command = new Command(
            "laboratory", "Take a laboratory's profiles over for samples of the register, all of them or none")
        {
            data, profiles, twins,
        };
        var acting = new ActingOptions(command, isRequired: true);
        var assumptions = new AssumptionOptions(command, DefaultPopulation);
        command.Add(CommonOptions.Json());
        command.SetAction(async (parse, cancel) =>
        {
            var terminal = Terminal.Of(parse);
            var refusals = new Refusals(terminal);
            var read = ProfileInputs.Read(parse.GetValue(profiles)!, refusals);
            var ladders = assumptions.Read(parse, refusals)?.Populations[0];
            var folder = new DataFolder(parse.GetValue(data)!);
            if (ladders is null || acting.Read(parse, folder, refusals) is not { } actor || refusals.Any)
                return refusals.Refuse();
            await using var open = await OpenLaboratory.OfAsync(folder, actor, refusals, cancel);
            if (open is null) return refusals.Refuse();
            var batch = new LaboratoryBatch(open.Cases, open.Genes, ladders);
            var answer = await batch.RunAsync(read, PairsOf(parse.GetValue(twins) ?? []), cancel);
            foreach (var it in batch.Problems) refusals.Add("--profiles", it.Place, it.What);
            return answer is null ? refusals.Refuse() : terminal.Answer(answer, console => Draw(console, answer));
        });
        return command;
    }

    static HashSet<(string, string)> PairsOf(string[] twins) =>
        [.. twins.Select(it => it.Split('=')).Where(it => it.Length == 2).Select(it => (it[0], it[1]))];

    static void Draw(IAnsiConsole console, LaboratoryBatch.Answer answer)
    {
        console.WriteLine($"{answer.Accepted:N0} profiles accepted, {answer.AlreadyThere:N0} were there.");
        foreach (var it in answer.Held)
            console.WriteLine(
                $"HELD: family {it.Family} contradicts itself at {string.Join(", ", it.Markers)}. It is not searched "
                + "until an analyst has looked.");
    }
}
