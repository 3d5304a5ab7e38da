using System.CommandLine;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Exchange.Familias;
using Homeward.Genetics.Kinship;
using Homeward.Genetics.Profiles;
using Homeward.Search.Assignment;
using Homeward.Search.Ranking;

namespace Homeward.Cli.Commands.Assign;

/// <summary>What <c>assign</c> takes, and the input that it makes of it.</summary>
sealed class AssignOptions
{
    readonly Option<string[]> _children = Files("--children", "Profiles of the rescued children, in any format");
    readonly Option<string> _families = new("--families")
    {
        Description = "Pedigrees (family,individual,father,mother,sex,sample,missing), or a Familias project",
        HelpName = "FILE",
        Required = true,
    };
    readonly Option<string[]> _profiles = Files("--profiles", "Profiles of the families' relatives, in any format");
    readonly AssumptionOptions _assumptions;
    readonly Option<double> _priorOdds = new("--prior-odds")
    {
        Description = "Prior odds of each child placed over not placed; 1 is flat over all assignments",
        DefaultValueFactory = _ => 1,
    };
    readonly Option<bool> _anySex = new("--any-sex")
    {
        Description = "Place children where the recorded sex is another one, too",
    };
    readonly Option<double> _leaveOut = new("--leave-out")
    {
        Description = "Posterior probability that may be left out of a group too large as it stands, 0 to 0.01",
        DefaultValueFactory = _ => 1e-9,
    };
    readonly Option<int> _top = new("--top")
    {
        Description = "Assignments listed for each group, in JSON too; the others are counted",
        DefaultValueFactory = _ => 10,
    };

    public AssignOptions(Command command)
    {
        command.Add(_children);
        command.Add(_families);
        command.Add(_profiles);
        _assumptions = new(command);
        foreach (var option in (Option[])[_priorOdds, _anySex, _leaveOut, _top]) command.Add(option);
        command.Add(CommonOptions.Json());
    }

    /// <summary>The input; null when an option or a file was refused.</summary>
    public AssignInput? Read(ParseResult parse, Refusals refusals)
    {
        var path = parse.GetValue(_families)!;
        var isProject = FamilyInputs.IsFamilias(path);
        var project = isProject ? refusals.Take(path, InputFile.Read(path, FamiliasReader.Read)) : null;
        var assumptions = isProject && project is null ? null : _assumptions.Read(parse, refusals, project);
        var (priorOdds, leaveOut, top) =
            (parse.GetValue(_priorOdds), parse.GetValue(_leaveOut), parse.GetValue(_top));
        if (assumptions?.Populations.Count > 1)
            refusals.Add("--population", "", "must be one: a joint posterior needs one set of frequencies");
        if (priorOdds is not (> 0 and <= 1e6))
            refusals.Add("--prior-odds", "", "must be above 0 and at most 1,000,000");
        if (leaveOut is not (>= 0 and <= 0.01)) refusals.Add("--leave-out", "", "must be from 0 to 0.01");
        if (top is not (>= 1 and <= 1_000_000)) refusals.Add("--top", "", "must be from 1 to 1,000,000");
        var children = ProfileInputs.Read(parse.GetValue(_children) ?? [], refusals);
        var references = ProfileInputs.Read(parse.GetValue(_profiles) ?? [], refusals);
        var families = project is null
            ? isProject ? [] : FamilyInputs.Read(path, references, refusals)
            : FamiliesOf(project, children, references, refusals);
        RefuseWhatCannotBeAssigned(path, children, references, families, refusals);
        if (assumptions is null || refusals.Any) return null;
        return new(
            assumptions, [.. children.Values.Select(it => new RescuedChild(it))], families,
            new()
            {
                Ladders = assumptions.Populations[0],
                PriorOdds = priorOdds,
                AnySex = parse.GetValue(_anySex),
                LeaveOut = leaveOut,
                Listed = top,
                Threads = Environment.ProcessorCount,
            });
    }

    /// <summary>The families; where no children are named, a project's unidentified persons are they.</summary>
    static IReadOnlyList<Family> FamiliesOf(
        FamiliasProject project,
        Dictionary<string, Profile> children,
        Dictionary<string, Profile> references,
        Refusals refusals)
    {
        if (references.Count > 0) refusals.Add("--profiles", "", "go with a pedigree table; a project has its own");
        if (children.Count == 0)
            foreach (var profile in project.Unidentified) children.Add(profile.Id, profile);
        return FamilyInputs.Of(project);
    }

    static void RefuseWhatCannotBeAssigned(
        string path,
        Dictionary<string, Profile> children,
        Dictionary<string, Profile> references,
        IReadOnlyList<Family> families,
        Refusals refusals)
    {
        if (refusals.Any) return;
        if (children.Count == 0) refusals.Add("--children", "", "hold no samples; give the children's profiles");
        if (families.All(it => it.Missing.Count == 0))
            refusals.Add(path, "", "nobody is sought: no member is marked in the column missing");
        foreach (var both in children.Keys.Where(references.ContainsKey))
            refusals.Add("--children", $"sample {both}", "is also among the relatives' profiles");
    }

    static Option<string[]> Files(string name, string description) => new(name)
    {
        Description = description,
        AllowMultipleArgumentsPerToken = true,
        HelpName = "FILE...",
    };
}

/// <summary>Everything that an assignment needs, read and checked.</summary>
sealed record AssignInput(
    Assumptions Assumptions,
    IReadOnlyList<RescuedChild> Children,
    IReadOnlyList<Family> Families,
    AssignmentSettings Settings);
