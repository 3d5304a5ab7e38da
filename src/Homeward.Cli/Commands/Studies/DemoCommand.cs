using System.CommandLine;
using System.Diagnostics;
using Homeward.Cli.Commands.Families;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Genetics.Kinship;
using Homeward.Genetics.Likelihood;
using Homeward.Genetics.Markers;
using Homeward.Genetics.Mutation;
using Homeward.Genetics.Populations;
using Homeward.Genetics.Simulation;
using Homeward.Search.Ranking;
using Spectre.Console;

namespace Homeward.Cli.Commands.Studies;

/// <summary><c>homeward demo</c>: the whole job once, on simulated people, against the truth.</summary>
static class DemoCommand
{
    public const string Examples = "homeward demo\nhomeward demo --seed 7 --out my-demo\nhomeward demo --json";

    /// <summary>The rescued children of the two operations of July 2011: eight and eighty-one.</summary>
    static readonly (string Operation, int Children)[] Operations =
        [("A, Guangdong and Guangxi", 8), ("B, Fujian to Hebei", 81)];

    const int Unreported = 9;
    const int Mislabelled = 1;
    const int LeastFamilies = 100;

    public static Command Create()
    {
        var folder = new Option<string>("--out")
        {
            Description = "Folder for the files; an earlier demo in it is replaced",
            DefaultValueFactory = _ => "homeward-demo",
        };
        var seed = new Option<ulong>("--seed")
        {
            Description = "Another seed, other people",
            DefaultValueFactory = _ => 2011,
        };
        var families = new Option<int>("--families")
        {
            Description = $"Families that search, {LeastFamilies} or more",
            DefaultValueFactory = _ => 20_000,
        };
        var command = new Command(
            "demo", "Simulate two rescue operations and 20,000 searching families, search, and compare with the truth")
        {
            folder, families, seed, CommonOptions.Json(),
        };
        command.SetAction((parse, cancel) => Run(
            Terminal.Of(parse), parse.GetValue(folder)!, Plan(parse.GetValue(families), parse.GetValue(seed)), cancel));
        return command;
    }

    static async Task<int> Run(Terminal terminal, string folder, StudyPlan plan, CancellationToken cancel)
    {
        if (plan.Families < LeastFamilies) return terminal.Refuse("", $"--families: must be {LeastFamilies} or more");
        if (OutputFolder.Refusal(folder, StudyFiles.All, force: true) is { } refusal)
            return terminal.Refuse(folder, refusal);
        var clock = Stopwatch.StartNew();
        var study = new Study(plan);
        await terminal.Work.Run(
            $"Simulating {plan.Families:N0} families", (done, stop) => study.WriteTo(folder, done, stop), cancel);
        var written = clock.Elapsed;
        var refusals = new Refusals(terminal);
        var input = await terminal.Work.Run("Reading the files back", (_, _) => Read(folder, refusals), cancel);
        if (input is null) return refusals.Refuse();
        var read = clock.Elapsed;
        var result = await SearchCommand.Search(terminal, input, cancel);
        var timings = new DemoAnswer.Seconds(
            written.TotalSeconds, (read - written).TotalSeconds, (clock.Elapsed - read).TotalSeconds);
        var answer = DemoAnswer.Of(folder, plan.Seed, input, result, Truth.Read(folder), timings);
        return terminal.Answer(answer, console => DemoDrawing.Draw(console, answer, Operations));
    }

    static StudyPlan Plan(int families, ulong seed) => new()
    {
        Kit = KitCatalogue.Find("Goldeneye 20A")!,
        Population = PopulationCatalogue.Find("china-han")!,
        Families = families,
        Kinds =
        [
            (Kind("couple"), 70), (Kind("father"), 10), (Kind("mother"), 10), (Kind("siblings"), 3),
            (Kind("mother-sister"), 3), (Kind("grandparents"), 2), (Kind("mother-uncle"), 2),
        ],
        Children = Operations.Sum(it => it.Children),
        Unreported = Unreported,
        Mislabelled = Mislabelled,
        Mutates = true,
        Theta = Theta.Zero,
        DropOut = 0,
        Seed = seed,
    };

    static FamilyKind Kind(string name) => FamilyKind.Find(name)!;

    /// <summary>Nothing is kept from the simulation but its files.</summary>
    static SearchInput? Read(string folder, Refusals refusals)
    {
        var ladders = refusals.Take("china-han", MarkerLadders.From(new()
        {
            Population = PopulationCatalogue.Find("china-han")!,
            Floor = new MinimumFrequency.FivePerCount(),
            Mutation = new(
                new MutationModel.Stepwise(0, 1e-6, 0.1),
                MutationRates.Of,
                "rates by marker and sex, from the catalogue"),
            Theta = new Theta(0.01),
            SilentFrequency = _ => 0,
        }));
        var children = ProfileInputs.Read([Path.Combine(folder, StudyFiles.Children)], refusals);
        var references = ProfileInputs.Read([Path.Combine(folder, StudyFiles.References)], refusals);
        var families = FamilyInputs.Read(Path.Combine(folder, StudyFiles.Families), references, refusals);
        if (ladders is null || refusals.Any) return null;
        return new(
            new([ladders]), [.. children.Values.Select(it => new RescuedChild(it))], families,
            Threshold: 4, AlternativePrior: 1, Explain: false);
    }
}
