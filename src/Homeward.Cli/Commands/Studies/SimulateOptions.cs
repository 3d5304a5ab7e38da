using System.CommandLine;
using System.Globalization;
using Homeward.Cli.Output;
using Homeward.Genetics.Markers;
using Homeward.Genetics.Populations;
using Homeward.Genetics.Primitives;
using Homeward.Genetics.Simulation;

namespace Homeward.Cli.Commands.Studies;

/// <summary>What <c>simulate</c> takes, and the plan that it makes of it.</summary>
sealed class SimulateOptions
{
    const string DefaultKinds =
        "couple=70,father=10,mother=10,siblings=3,mother-sister=3,grandparents=2,mother-uncle=2";

    readonly Option<int> _families = Number("--families", "Families that search", 1000);
    readonly Option<int> _children = Number("--children", "Rescued children", 20);
    readonly Option<int> _unreported =
        Number("--unreported", "Children among them whose families are not in the study", 0);
    readonly Option<int> _mislabelled =
        Number("--mislabelled", "Children with a family whose sample is somebody else's", 0);
    readonly Option<string> _kinds = new("--kinds")
    {
        Description = "Kinds of families with their shares: " + string.Join(", ", FamilyKind.All.Select(it => it.Name)),
        DefaultValueFactory = _ => DefaultKinds,
    };
    readonly Option<string> _kitName = new("--kit")
    {
        Description = "Markers typed; `homeward kits` lists all",
        DefaultValueFactory = _ => "Goldeneye 20A",
    };
    readonly Option<string> _population = new("--population")
    {
        Description = "Allele frequencies; `homeward populations` lists all",
        DefaultValueFactory = _ => "china-han",
    };
    readonly Option<bool> _noMutation = new("--no-mutation") { Description = "Alleles are passed on unchanged" };
    readonly Option<double> _theta =
        new("--theta") { Description = "Coancestry of the founders of a family, 0 to 0.2" };
    readonly Option<double> _dropOut =
        new("--drop-out") { Description = "Probability that one copy of an allele stays unseen, 0 to 0.5" };
    readonly Option<ulong> _seed = new("--seed")
    {
        Description = "The same seed gives the same files on every machine",
        DefaultValueFactory = _ => 1,
    };

    public SimulateOptions(Command command)
    {
        command.Add(Folder);
        Option[] options =
        [
            _families, _children, _unreported, _mislabelled, _kinds, _kitName, _population, _noMutation, _theta,
            _dropOut, _seed, Force,
        ];
        foreach (var option in options) command.Add(option);
        command.Add(CommonOptions.Json());
    }

    public Argument<string> Folder { get; } = new("FOLDER") { Description = "The folder to make; it must not exist" };
    public Option<bool> Force { get; } = new("--force") { Description = "Replace an earlier study in FOLDER" };

    public Parsed<StudyPlan> Plan(ParseResult parse)
    {
        var problems = new Problems();
        var kit = KitCatalogue.Find(parse.GetValue(_kitName)!);
        if (kit is null) problems.Add("--kit", "names no kit; `homeward kits` lists all");
        var population = PopulationCatalogue.Find(parse.GetValue(_population)!);
        if (population is null) problems.Add("--population", "names no population; `homeward populations` lists all");
        var (families, children) = (parse.GetValue(_families), parse.GetValue(_children));
        var (unreported, mislabelled) = (parse.GetValue(_unreported), parse.GetValue(_mislabelled));
        InRange(problems, "--families", families, 1, 10_000_000);
        InRange(problems, "--children", children, 0, 1_000_000);
        InRange(problems, "--unreported", unreported, 0, children);
        InRange(problems, "--mislabelled", mislabelled, 0, Math.Max(0, children - unreported));
        if (children - unreported > families)
            problems.Add("--children", "are more than there are families, one child a family; raise --families");
        InRange(problems, "--theta", parse.GetValue(_theta), 0, 0.2);
        InRange(problems, "--drop-out", parse.GetValue(_dropOut), 0, 0.5);
        var kinds = ReadKinds(parse.GetValue(_kinds)!, problems);
        if (problems.Any) return problems;
        return new StudyPlan
        {
            Kit = kit!,
            Population = population!,
            Families = families,
            Kinds = kinds,
            Children = children,
            Unreported = unreported,
            Mislabelled = mislabelled,
            Mutates = !parse.GetValue(_noMutation),
            Theta = new(parse.GetValue(_theta)),
            DropOut = parse.GetValue(_dropOut),
            Seed = parse.GetValue(_seed),
        };
    }

    static List<(FamilyKind Kind, double Share)> ReadKinds(string text, Problems problems)
    {
        var kinds = new List<(FamilyKind, double)>();
        foreach (var part in text.Split(','))
        {
            var (name, share) = part.Split('=') is [var left, var right] ? (left.Trim(), right) : (part.Trim(), "");
            var isShare = double.TryParse(
                share, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var read);
            if (FamilyKind.Find(name) is not { } kind) problems.Add("--kinds", $"\"{name}\" is no kind of family");
            else if (!isShare || read <= 0) problems.Add("--kinds", $"{name} needs a share above 0, as in {name}=70");
            else if (kinds.Any(it => it.Item1 == kind)) problems.Add("--kinds", $"{name} is given twice");
            else kinds.Add((kind, read));
        }
        return kinds;
    }

    static void InRange(Problems problems, string option, double value, double least, double most)
    {
        if (value < least || value > most || double.IsNaN(value))
            problems.Add(option, $"must be from {least:#,0.##} to {most:#,0.##}");
    }

    static Option<int> Number(string name, string description, int number) =>
        new(name) { Description = description, DefaultValueFactory = _ => number };
}
