using System.CommandLine;
using Homeward.Cli.Output;
using Homeward.Genetics.Simulation;
using Spectre.Console;

namespace Homeward.Cli.Commands.Studies;

static class SimulateCommand
{
    public const string Examples =
        "homeward simulate study\n"
        + "homeward simulate study --families 5000 --children 40 --unreported 4 --mislabelled 1 --seed 7\n"
        + "homeward simulate study --kinds couple=50,mother=30,siblings=20 --kit GlobalFiler --drop-out 0.02";

    public static Command Create()
    {
        var command = new Command(
            "simulate", "Write files of searching families and rescued children whose truth is known");
        var options = new SimulateOptions(command);
        command.SetAction((parse, cancel) => Run(parse, options, cancel));
        return command;
    }

    static async Task<int> Run(ParseResult parse, SimulateOptions options, CancellationToken cancel)
    {
        var terminal = Terminal.Of(parse);
        var plan = options.Plan(parse);
        if (!plan.IsValid) return terminal.Refuse("", plan.Problems);
        var folder = parse.GetValue(options.Folder)!;
        if (OutputFolder.Refusal(folder, StudyFiles.All, parse.GetValue(options.Force)) is { } refusal)
            return terminal.Refuse(folder, refusal);
        var study = new Study(plan.Value);
        await terminal.Work.Run(
            $"Simulating {plan.Value.Families:N0} families", (done, stop) => study.WriteTo(folder, done, stop), cancel);
        var answer = Answer.Of(plan.Value, study, folder);
        return terminal.Answer(answer, console => Draw(console, answer));
    }

    static void Draw(IAnsiConsole console, Answer it)
    {
        console.WriteLine(
            $"{it.Families:N0} families and {it.Children:N0} children, {it.Kit}, {it.Population}, seed {it.Seed}:");
        var table = Tables.Of("kind of family", "who gave a sample", ">families");
        foreach (var (name, count) in it.Kinds.OrderByDescending(kind => kind.Value))
            table.Add(name, FamilyKind.Find(name)!.Title, $"{count:N0}");
        console.Write(table);
        console.WriteLine(
            $"Children with a family here: {it.Children - it.Unreported:N0}; with none: {it.Unreported:N0}; "
            + $"whose sample is somebody else's: {it.Mislabelled:N0}.");
        if (it.MarkersLeftOut.Count > 0)
            console.WriteLine("Left out (no frequencies, or Y): " + string.Join(", ", it.MarkersLeftOut));
        console.WriteLine($"Written: {string.Join(", ", it.Files)}");
        console.WriteLine("Next:");
        console.WriteLine(
            $"  homeward search --children {it.Files[0]} --families {it.Files[2]} --profiles {it.Files[1]} "
            + $"--population {it.Population}");
    }

    sealed record Answer(
        string Kit,
        string Population,
        ulong Seed,
        bool Mutation,
        double Theta,
        double DropOut,
        int Families,
        IReadOnlyDictionary<string, int> Kinds,
        int Children,
        int Unreported,
        int Mislabelled,
        IReadOnlyList<string> Markers,
        IReadOnlyList<string> MarkersLeftOut,
        IReadOnlyList<string> Files)
    {
        public static Answer Of(StudyPlan plan, Study study, string folder) => new(
            plan.Kit.Name, plan.Population.Name, plan.Seed, plan.Mutates, plan.Theta.Value, plan.DropOut,
            plan.Families, study.Kinds, plan.Children, plan.Unreported, plan.Mislabelled,
            [.. study.Panel.Markers.Select(it => it.Name)], study.Panel.LeftOut,
            [.. StudyFiles.All.Select(it => Path.Combine(folder, it))]);
    }
}
