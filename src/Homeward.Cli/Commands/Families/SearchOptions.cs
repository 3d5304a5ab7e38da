using System.CommandLine;
using Homeward.Cli.Commands.Indexes;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Exchange.Familias;
using Homeward.Genetics.Kinship;
using Homeward.Genetics.Profiles;
using Homeward.Search.Kernels;
using Homeward.Search.Ranking;

namespace Homeward.Cli.Commands.Families;

/// <summary>What <c>search</c> takes, and the input that it makes of it.</summary>
sealed class SearchOptions
{
    const double LeastDefault = 100, MostDefault = 10_000;
    readonly Option<string[]> _children = Files("--children", "Profiles of the rescued children, in any format");
    readonly Option<string?> _families = new("--families")
    {
        Description = "Pedigrees (family,individual,father,mother,sex,sample,missing), or a Familias project with its "
            + "DVI families, profiles and unidentified persons",
        HelpName = "FILE",
    };
    readonly Option<string?> _index = new("--index")
    {
        Description = "An index made by `homeward index build`: everything in it is searched, or what --children, or "
            + "--families with --profiles, add is searched against it",
        HelpName = "FOLDER",
    };
    readonly Option<string?> _kernel = Bench.BenchCommand.KernelOption();
    readonly Option<int?> _explainedRanks = new("--explained-ranks")
    {
        Description = "Candidates of each child that get inconsistencies and alternatives, counted from the best; "
            + "all by default",
    };
    readonly Option<string[]> _profiles = Files("--profiles", "Profiles of the families' relatives, in any format");
    readonly AssumptionOptions _assumptions;
    readonly Option<double?> _threshold = new("--threshold")
    {
        Description = "Smallest LR against unrelated that is shown, 1 or more; by default the number of pairs "
            + "compared, but at least 100 and at most 10,000",
    };
    readonly Option<double> _alternativePrior = new("--alternative-prior")
    {
        Description = "How likely each alternative is beforehand, beside the claim that the child belongs here",
        DefaultValueFactory = _ => 1,
    };
    readonly Option<bool> _allowExclusion = new("--allow-exclusion")
    {
        Description = "Accept a mutation model that loses a true family for one mutation it calls impossible",
    };
    readonly Option<bool> _explain = new("--explain") { Description = "Show every marker: what was read, and its LR" };
    readonly Option<int> _top = new("--top")
    {
        Description = "Families described for each child; JSON has all",
        DefaultValueFactory = _ => 3,
    };

    public SearchOptions(Command command)
    {
        foreach (var option in (Option[])[_children, _families, _profiles, _index]) command.Add(option);
        _assumptions = new(command);
        foreach (var option in (Option[])
                [_threshold, _alternativePrior, _allowExclusion, _explain, _explainedRanks, _top, _kernel])
            command.Add(option);
        command.Add(CommonOptions.Json());
    }

    public int Top(ParseResult parse) => parse.GetValue(_top);

    public bool IsExplained(ParseResult parse) => parse.GetValue(_explain);

    /// <summary>The folder of an index; null where files are searched.</summary>
    public string? Index(ParseResult parse) => parse.GetValue(_index);

    /// <summary>What the options say beside the assumptions.</summary>
    public SearchSettings Settled(ParseResult parse, SearchSettings settings) => settings with
    {
        AlternativePrior = parse.GetValue(_alternativePrior),
        ExplainedRanks = parse.GetValue(_explainedRanks) ?? int.MaxValue,
        Scan = settings.Scan with { Kernel = KernelOf(parse) ?? settings.Scan.Kernel },
    };

    /// <summary>New children, or new families, to be searched in an index.</summary>
    public SearchedInput ReadBesideIndex(ParseResult parse, Refusals refusals)
    {
        RefuseWrongNumbers(parse, refusals);
        if (_assumptions.IsAnyGiven(parse) || parse.GetValue(_threshold) is not null)
            refusals.Warn("--index", "is searched with its own assumptions and threshold; the options are not used");
        var (children, families) = IndexInputs.Read(
            parse.GetValue(_children), parse.GetValue(_families), parse.GetValue(_profiles), refusals);
        if (children.Count > 0 && families.Count > 0)
            refusals.Add(
                "--index", "", "takes new children or new families; for both, `homeward index add` them first");
        return new([.. children.Select(it => new RescuedChild(it))], families);
    }

    static ScanKernel? KernelOf(string? name) => name is null ? null : ScanKernels.Find(name);

    ScanKernel? KernelOf(ParseResult parse) => KernelOf(parse.GetValue(_kernel));

    void RefuseWrongNumbers(ParseResult parse, Refusals refusals)
    {
        if (parse.GetValue(_threshold) is not (null or (>= 1 and < double.PositiveInfinity)))
            refusals.Add("--threshold", "", "must be 1 or more");
        if (parse.GetValue(_alternativePrior) is not (> 0 and <= 1e6))
            refusals.Add("--alternative-prior", "", "must be above 0 and at most 1,000,000");
        if (Top(parse) < 1) refusals.Add("--top", "", "must be 1 or more");
        if (parse.GetValue(_explainedRanks) is < 0) refusals.Add("--explained-ranks", "", "must be 0 or more");
        if (parse.GetValue(_kernel) is { } name
            && (KernelOf(name) is not { } kernel || !ScanKernels.Available.Contains(kernel)))
            refusals.Add("--kernel", "", "this processor has no such kernel");
    }

    /// <summary>The input; null when an option or a file was refused.</summary>
    public SearchInput? Read(ParseResult parse, Refusals refusals)
    {
        RefuseWrongNumbers(parse, refusals);
        if (parse.GetValue(_families) is not { } path)
        {
            refusals.Add("--families", "", "is needed: pedigrees or a Familias project; or give an --index");
            if (parse.GetValue(_children) is null or [])
                refusals.Add("--children", "", "are needed: the profiles of rescued children");
            _assumptions.Read(parse, refusals);
            return null;
        }
        var isProject = FamilyInputs.IsFamilias(path);
        var project = isProject ? refusals.Take(path, InputFile.Read(path, FamiliasReader.Read)) : null;
        var assumptions = isProject && project is null ? null : _assumptions.Read(parse, refusals, project);
        if (assumptions is { CanExclude: true } && !parse.GetValue(_allowExclusion))
            TellOfExclusion(assumptions, path, refusals);
        var children = ProfileInputs.Read(parse.GetValue(_children) ?? [], refusals);
        var references = ProfileInputs.Read(parse.GetValue(_profiles) ?? [], refusals);
        if (assumptions is { IsMutationOfProject: true })
            RefuseWhatBreaksTheModel(assumptions.Populations[0], children.Values, refusals);
        var families = isProject ? FamiliesOf(project, parse, children, references, refusals)
            : FamilyInputs.Read(path, references, refusals);
        RefuseWhatCannotBeSearched(parse, children, references, families, refusals);
        if (assumptions is null || refusals.Any) return null;
        return new(
            assumptions, [.. children.Values.Select(it => new RescuedChild(it))], families,
            Math.Log10(parse.GetValue(_threshold) ?? DefaultThreshold(children.Count, families)),
            parse.GetValue(_alternativePrior),
            parse.GetValue(_explain));
    }

    /// <summary>Of n unrelated pairs n/T at most reach an LR of T: with T = n one false lead is expected.</summary>
    static double DefaultThreshold(int children, IReadOnlyList<Family> families) =>
        Math.Clamp((double)children * families.Sum(it => it.Missing.Count), LeastDefault, MostDefault);

    /// <summary>The families; where no children are named, a project's unidentified persons are they.</summary>
    IReadOnlyList<Family> FamiliesOf(
        FamiliasProject? project,
        ParseResult parse,
        Dictionary<string, Profile> children,
        Dictionary<string, Profile> references,
        Refusals refusals)
    {
        if (references.Count > 0) refusals.Add("--profiles", "", "go with a pedigree table; a project has its own");
        if (project is null) return [];
        if (project.Families.Count == 0 && project.Hypotheses.Count > 0)
            refusals.Add(
                parse.GetValue(_families)!, "", "the project has no families of the DVI module to search for; "
                + "`homeward lr` weighs its pedigrees");
        if (project.Loci.Any(it => it.DropOut > 0))
            refusals.Warn(
                parse.GetValue(_families)!, "drop-out is stated by locus, and not used: it holds for persons in whom "
                + "it is considered, and the DVI module has no such mark");
        if (parse.GetValue(_children) is null or [])
            foreach (var profile in project.Unidentified) children.Add(profile.Id, profile);
        return FamilyInputs.Of(project);
    }

    static void TellOfExclusion(Assumptions assumptions, string path, Refusals refusals)
    {
        const string Impossible = "calls some mutations impossible and would drop true families";
        if (assumptions.IsMutationOfProject)
            refusals.Warn(path, $"a mutation model of the project {Impossible}; --mutation sets another");
        else
            refusals.Add("--mutation", "", $"this model {Impossible}; use another, or say --allow-exclusion");
    }

    /// <summary>A stationary model may have no room for an allele that the project's database lacks.</summary>
    static void RefuseWhatBreaksTheModel(MarkerLadders ladders, IEnumerable<Profile> children, Refusals refusals)
    {
        foreach (var child in children)
            foreach (var (marker, read) in child.Genotypes)
                if (ladders.Has(marker))
                    foreach (var problem in ladders.Refusals(marker, [read.Low, read.High]))
                        refusals.Add("--children", $"sample {child.Id}", $"{marker} {read}: {problem.What}");
    }

    void RefuseWhatCannotBeSearched(
        ParseResult parse,
        Dictionary<string, Profile> children,
        Dictionary<string, Profile> references,
        IReadOnlyList<Family> families,
        Refusals refusals)
    {
        if (refusals.Any) return;
        if (children.Count == 0) refusals.Add("--children", "", "hold no samples; give the children's profiles");
        if (families.All(it => it.Missing.Count == 0))
            refusals.Add(
                parse.GetValue(_families)!, "", "nobody is sought: no member is marked in the column missing");
        foreach (var both in children.Keys.Where(references.ContainsKey))
            refusals.Add("--children", $"sample {both}", "is also among the relatives' profiles");
    }

    static Option<string[]> Files(string name, string description) => new(name)
    {
        Description = description,
        AllowMultipleArgumentsPerToken = true,
        HelpName = "FILE|FOLDER...",
    };
}
