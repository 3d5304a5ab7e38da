using System.CommandLine;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Genetics.Markers;
using Homeward.Search.ErrorRates;
using Spectre.Console;

namespace Homeward.Cli.Commands.Studies;

/// <summary><c>homeward error-rates</c>: what a blind search finds and what it makes up, by kit and family.</summary>
static class ErrorRatesCommand
{
    public const string Examples =
        "homeward error-rates\n"
        + "homeward error-rates --kits \"Goldeneye 20A,GlobalFiler\" --searched 200000 --samples 20000\n"
        + "homeward error-rates --population us-asian --json";

    const string DefaultKits = "CODIS 13,Goldeneye 20A,GlobalFiler,AGCU Expressmarker 22,Huaxia Platinum";
    const int LeastSamples = 1000, MostSamples = 1_000_000;

    public static Command Create()
    {
        var command = new Command(
            "error-rates", "Simulate what a blind search finds and what it makes up, by band, kit and type of family");
        var kits = new Option<string>("--kits")
        {
            Description = "Kits, separated by commas; `homeward kits` lists all",
            DefaultValueFactory = _ => DefaultKits,
        };
        var samples = new Option<int>("--samples")
        {
            Description = $"True pairs drawn for each type of family, {LeastSamples:N0} to {MostSamples:N0}",
            DefaultValueFactory = _ => 50_000,
        };
        var searched = new Option<int>("--searched")
        {
            Description = "Families searched, all of the type in question",
            DefaultValueFactory = _ => 1_000_000,
        };
        var seed = new Option<ulong>("--seed")
        {
            Description = "Another seed, other draws",
            DefaultValueFactory = _ => 1,
        };
        foreach (var option in (Option[])[kits, samples, searched, seed]) command.Add(option);
        var assumptions = new AssumptionOptions(command, defaultPopulation: "china-han");
        command.Add(CommonOptions.Json());
        command.SetAction((parse, cancel) =>
        {
            var refusals = new Refusals(Terminal.Of(parse));
            var read = assumptions.Read(parse, refusals);
            var chosen = KitsOf(parse.GetValue(kits)!, refusals);
            var (count, families) = (parse.GetValue(samples), parse.GetValue(searched));
            if (read?.Populations.Count > 1) refusals.Add("--population", "", "must be one");
            foreach (var kit in chosen.Where(it => read is not null && MarkersOf(it, read).Length == 0))
                refusals.Add("--kits", "", $"{kit.Name} has no autosomal marker in this table of frequencies");
            if (count is not (>= LeastSamples and <= MostSamples))
                refusals.Add("--samples", "", $"must be from {LeastSamples:N0} to {MostSamples:N0}");
            if (families < 1) refusals.Add("--searched", "", "must be 1 or more");
            return read is null || refusals.Any ? Task.FromResult(refusals.Refuse())
                : Run(Terminal.Of(parse), new(read, chosen, count, families, parse.GetValue(seed)), cancel);
        });
        return command;
    }

    static async Task<int> Run(Terminal terminal, Plan plan, CancellationToken cancel)
    {
        var answer = await terminal.Work.Run(
            $"Drawing {plan.Samples:N0} families of each type",
            (done, stop) => ErrorRatesAnswer.Of(plan, done, stop), cancel);
        return terminal.Answer(answer, console => Draw(console, answer));
    }

    /// <summary>What is to be simulated.</summary>
    internal sealed record Plan(
        Assumptions Assumptions, IReadOnlyList<Kit> Kits, int Samples, int Searched, ulong Seed);

    /// <summary>The kit's autosomal markers that the population has.</summary>
    internal static string[] MarkersOf(Kit kit, Assumptions assumptions)
    {
        var ladders = assumptions.Populations[0];
        return [.. kit.Markers.Where(it => ladders.Has(it) && !ladders.IsX(it))];
    }

    static List<Kit> KitsOf(string text, Refusals refusals)
    {
        var kits = new List<Kit>();
        foreach (var name in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (KitCatalogue.Find(name) is { } kit) kits.Add(kit);
            else refusals.Add("--kits", "", $"\"{name}\" names no kit; `homeward kits` lists all");
        if (kits.Count == 0) refusals.Add("--kits", "", "name none");
        return kits;
    }

    static void Draw(IAnsiConsole console, ErrorRatesAnswer answer)
    {
        console.WriteLine(
            $"{answer.Samples:N0} families of each type with their own child, and as many with an unrelated one; "
            + $"{answer.Searched:N0} families searched; seed {answer.Seed}");
        console.WriteLine($"{answer.Assumptions.Populations[0]}; theta {answer.Assumptions.Theta}; minimum frequency "
            + $"{answer.Assumptions.MinimumFrequency}; mutation {answer.Assumptions.Mutation}");
        console.WriteLine("In brackets: 95 % confidence intervals of the simulation.");
        foreach (var type in answer.Families)
        {
            console.WriteLine();
            console.WriteLine($"Typed: {type.Title}");
            var table = Tables.Of(
                "kit", ">markers", ">median log10 LR", ">true: lead", ">candidate", ">10^10", ">strong",
                ">false leads", ">false candidates", ">false 10^10");
            foreach (var kit in type.Kits)
                table.Add([
                    kit.Kit, $"{kit.Markers}", $"{kit.MedianLog10:0.0}",
                    .. kit.Limits.Select(it => Percent(it.Hits)), Percent(kit.Strong),
                    .. kit.Limits.Select(it => Number(it.FalseAmongSearched)),
                ]);
            console.Write(table);
        }
        console.WriteLine();
        console.WriteLine(
            "False: unrelated families of the search that reach the limit, for one child. Strong: 10^10, and 10^4 "
            + "times every other family.");
    }

    static string Percent(Estimate it) => $"{100 * it.Value:0.0} % [{100 * it.Low:0.0}, {100 * it.High:0.0}]";

    static string Number(Estimate it) => $"{Short(it.Value)} [{Short(it.Low)}, {Short(it.High)}]";

    static string Short(double number) => number == 0 ? "0" : number >= 0.01 ? $"{number:0.##}" : $"{number:0.#E+0}";
}
