using System.CommandLine;
using System.Diagnostics;
using Homeward.Cases.Installations;
using Homeward.Cli.Commands.Demonstration;
using Homeward.Cli.Commands.Demonstration.Nation;
using Homeward.Cli.Commands.Families;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Genetics.Kinship;
using Homeward.Genetics.Likelihood;
using Homeward.Genetics.Markers;
using Homeward.Genetics.Mutation;
using Homeward.Genetics.Populations;
using Homeward.Genetics.Primitives;
using Homeward.Genetics.Simulation;
using Homeward.Search.Ranking;
using Homeward.Storage.Installations;
using Spectre.Console;

namespace Homeward.Cli.Commands.Studies;

/// <summary><c>homeward demo</c>: the whole job once, on simulated people, against the truth.</summary>
static class DemoCommand
{
    public const string Examples =
        "homeward demo\nhomeward demo --later\nhomeward demo --seed 7 --data my-demo\nhomeward demo --json\n"
        + "homeward demo --national --data my-nation";

    /// <summary>The rescued children of the two operations of July 2011: eight and eighty-one.</summary>
    internal static readonly (string Operation, int Children)[] Operations =
        [("A, Guangdong and Guangxi", 8), ("B, Fujian to Hebei", 81)];

    const int Unreported = 9;
    const int Mislabelled = 1;
    const int LeastFamilies = 100;
    const int DefaultFamilies = 20_000;

    /// <summary>Of a nation's families, those of its July: in files too, with the families of the rescued.</summary>
    const int FamiliesOfJuly = 200;

    const ulong DefaultSeed = 2011;

    public static Command Create()
    {
        var folder = DataFolder.Option();
        var seed = new Option<ulong>("--seed")
        {
            Description = "Another seed, other people",
            DefaultValueFactory = _ => DefaultSeed,
        };
        var families = new Option<int>("--families")
        {
            Description = $"Families that search, {LeastFamilies} or more",
            DefaultValueFactory = _ => DefaultFamilies,
        };
        var later = new Option<bool>("--later")
        {
            Description = "Go on to 2 August: 14 more children, 40 more suspects, and the next bulletin",
        };
        var national = new Option<bool>("--national")
        {
            Description = "With the nation's past since April 2009: 39,025 cases, 4,885 rings, 14,600 children and "
                + "24,800 women. Minutes; a run that was stopped is gone on with",
        };
        var command = new Command(
            "demo",
            "Fill a new folder with the two operations of July 2011, all made up, publish their bulletin, search "
            + "the families of their children, and compare with the truth")
        {
            folder, families, seed, later, national, CommonOptions.Json(),
        };
        command.SetAction((parse, cancel) =>
        {
            var (count, isNational) = (parse.GetValue(families), parse.GetValue(national));
            var least = isNational ? FamiliesOfJuly : LeastFamilies;
            if (count < least)
                return Task.FromResult(Terminal.Of(parse).Refuse("", $"--families: must be {least} or more"));
            var plan = Plan(isNational ? FamiliesOfJuly : count, parse.GetValue(seed));
            return RunAsync(
                Terminal.Of(parse), new(parse.GetValue(folder)!), plan,
                (isNational ? NationPlan.Of(count - FamiliesOfJuly, plan.Seed) : null, parse.GetValue(later)), cancel);
        });
        return command;
    }

    /// <param name="terminal">Where it speaks.</param>
    /// <param name="folder">What is made.</param>
    /// <param name="plan">Of the study of July 2011.</param>
    /// <param name="asked">The past before it, if any; and whether it goes on to August.</param>
    /// <param name="cancel">Stops between two parts.</param>
    internal static async Task<int> RunAsync(
        Terminal terminal, DataFolder folder, StudyPlan plan, (NationPlan? Past, bool WithLater) asked,
        CancellationToken cancel)
    {
        if (await RefusalAsync(folder, cancel) is { } refusal) return terminal.Refuse(folder.Path, refusal);
        var watch = Stopwatch.StartNew();
        NationFolder? nation = null;
        if (asked.Past is { } past)
        {
            (nation, var cannot) = NationFolder.Of(folder, past);
            if (nation is null) return terminal.Refuse("", cannot!);
            var filling = new NationFilling(nation, past, new(plan, past.Families, past.Seed), Ladders());
            await terminal.Work.RunAsync("Making the nation's past", done => filling.RunAsync(done, cancel), cancel);
        }
        var before = watch.Elapsed;
        var refusals = new Refusals(terminal);
        var (simulated, read) = (TimeSpan.Zero, TimeSpan.Zero);
        var done = await OutputFolder.FillAsync(folder.Path, async partial =>
        {
            nation?.CopyTo(partial);
            var files = new DataFolder(partial).Study;
            var study = new Study(plan);
            await terminal.Work.Run(
                $"Simulating {plan.Families:N0} families", (done, stop) => study.WriteTo(files, done, stop), cancel);
            simulated = watch.Elapsed;
            var input = await terminal.Work.Run("Reading the files back", (_, _) => Read(files, refusals), cancel);
            Check.That(input is not null && !refusals.Any);
            read = watch.Elapsed;
            var truth = Truth.Read(files);
            // The search of the files needs nothing of the databases: both run at once.
            var filling = Timed(
                () => FillAsync(
                    (new(partial), refusals), (input, truth), new(plan.Seed, nation is not null, asked.WithLater),
                    cancel),
                cancel);
            var searching = Timed(() => SearchCommand.Search(terminal, input, cancel), cancel);
            await Task.WhenAll(filling, searching);
            return (Input: input, Truth: truth, Filled: await filling, Searched: await searching);
        });
        nation?.Remove();
        var timings = new DemoAnswer.Seconds(
            (simulated - before).TotalSeconds, (read - simulated).TotalSeconds, done.Filled.Took.TotalSeconds,
            done.Searched.Took.TotalSeconds)
        {
            Past = before.TotalSeconds,
        };
        var answer = DemoAnswer.Of(
            folder, plan.Seed, (done.Input, done.Truth, done.Filled.Value), done.Searched.Value,
            () => timings with { Total = watch.Elapsed.TotalSeconds });
        return terminal.Answer(answer, console => DemoDrawing.Draw(console, answer));
    }

    /// <summary>Fills a folder as the command does, with few families and no search: for those who only want to look
    /// at the cases.</summary>
    public static Task<DemoReport> FillAsync(Terminal terminal, DataFolder folder, CancellationToken cancel) =>
        OutputFolder.FillAsync(folder.Path, async partial =>
        {
            var files = new DataFolder(partial).Study;
            var refusals = new Refusals(terminal);
            var plan = Plan(LeastFamilies, DefaultSeed);
            return await terminal.Work.RunAsync("Filling the demonstration", async () =>
            {
                new Study(plan).WriteTo(files, _ => { }, cancel);
                var read = Read(files, refusals);
                Check.That(read is not null && !refusals.Any);
                return await FillAsync(
                    (new(partial), refusals), (read, Truth.Read(files)),
                    new(plan.Seed, HasPast: false, WithLater: false), cancel);
            }, cancel);
        });

    static Task<(T Value, TimeSpan Took)> Timed<T>(Func<Task<T>> work, CancellationToken cancel) => Task.Run(
        async () =>
        {
            var watch = Stopwatch.StartNew();
            return (await work(), watch.Elapsed);
        },
        cancel);

    /// <param name="Seed">Of what the study does not say.</param>
    /// <param name="HasPast">Whether the databases are there, with the nation's past in them.</param>
    /// <param name="WithLater">Whether it goes on to August.</param>
    sealed record Asked(ulong Seed, bool HasPast, bool WithLater);

    static async Task<DemoReport> FillAsync(
        (DataFolder Folder, Refusals Refusals) place, (SearchInput Input, Truth Truth) study, Asked asked,
        CancellationToken cancel)
    {
        var (folder, refusals) = place;
        var clock = new DemoClock(DemoClock.Local(7, 1, 9));
        await using var open = asked.HasPast
            ? await OpenCases.OpenAsync(folder, clock, cancel) : await OpenCases.CreateAsync(folder, clock, cancel);
        var state = new DemoState(open.Cases, clock, asked.HasPast ? NationFilling.Regions : DemoPlan.Regions);
        if (!asked.HasPast) await state.FoundAsync(cancel);
        var laboratory = new DemoLaboratory(state, open.Genes(folder, clock), study.Input, refusals, cancel);
        var report = await new DemoCases(state, clock, laboratory, asked.Seed, cancel).FillAsync(
            study.Input, study.Truth, folder,
            (asked.HasPast ? DemoBulletin.NationBegins : DemoBulletin.LedgerBegins, asked.WithLater));
        new InstallationFile
        {
            Operators = state.Operators,
            Clock = new(clock.GetUtcNow(), TimeProvider.System.GetUtcNow()),
        }.Write(folder.InstallationPath);
        return report;
    }

    /// <summary>Only an earlier demonstration is ever replaced.</summary>
    static async Task<string?> RefusalAsync(DataFolder folder, CancellationToken cancel)
    {
        if (OutputFolder.Refusal(folder.Path, DataFolder.All, force: true) is { } refusal) return refusal;
        if (!File.Exists(folder.Cases)) return null;
        return await InstallationStore.KindAsync(folder.CaseLocation, cancel) is InstallationKind.Demonstration
            ? null : "holds a case database that is no demonstration, and is left as it is; give another folder";
    }

    internal static StudyPlan Plan(int families, ulong seed) => new()
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
        var ladders = Ladders();
        var children = ProfileInputs.Read([Path.Combine(folder, StudyFiles.Children)], refusals);
        var references = ProfileInputs.Read([Path.Combine(folder, StudyFiles.References)], refusals);
        var families = FamilyInputs.Read(Path.Combine(folder, StudyFiles.Families), references, refusals);
        if (refusals.Any) return null;
        return new(
            new([ladders]), [.. children.Values.Select(it => new RescuedChild(it))], families,
            Threshold: 4, AlternativePrior: 1, Explain: false);
    }

    /// <summary>What the search takes for granted: as the commands do by themselves for this population.</summary>
    internal static MarkerLadders Ladders()
    {
        var ladders = MarkerLadders.From(new()
        {
            Population = PopulationCatalogue.Find("china-han")!,
            Floor = new MinimumFrequency.FivePerCount(),
            Mutation = new(
                new MutationModel.Stepwise(0, 1e-6, 0.1),
                MutationRates.Of,
                "rates by marker and sex, from the catalogue"),
            Theta = new Theta(0.01),
            SilentFrequency = _ => 0,
        });
        Check.That(ladders.IsValid);
        return ladders.Value;
    }
}
