using System.CommandLine;
using System.Globalization;
using Homeward.Cli.Output;
using Homeward.Exchange.Familias;
using Homeward.Exchange.Frequencies;
using Homeward.Genetics.Kinship;
using Homeward.Genetics.Likelihood;
using Homeward.Genetics.Mutation;
using Homeward.Genetics.Populations;

namespace Homeward.Cli.Inputs;

/// <summary>What a calculation from profiles takes for granted, as options with their defaults.</summary>
sealed class AssumptionOptions
{
    readonly Option<string> _population = new("--population")
    {
        Description = "Allele frequencies: names (`homeward populations` lists them) or files, separated by commas. "
            + "With several the smallest LR counts. A Familias project has its own",
        HelpName = "NAME|FILE[,...]",
    };
    readonly Option<double> _theta = new("--theta")
    {
        Description = "Coancestry coefficient (FST), 0 to 0.2",
        DefaultValueFactory = _ => 0.01,
    };
    readonly Option<string> _mutation = new("--mutation")
    {
        Description = "Mutation model",
        DefaultValueFactory = _ => "stepwise",
        HelpName = "stepwise|equal|proportional|onestep|none",
    };
    readonly Option<double?> _rate = new("--mutation-rate")
    {
        Description = "One rate for all markers and both sexes, instead of the catalogue's rates by marker and sex",
    };
    readonly Option<double> _rate2 = new("--rate2")
    {
        Description = "Stepwise: rate of mutations to an allele with another fraction of a repeat",
        DefaultValueFactory = _ => 1e-6,
    };
    readonly Option<double> _range = new("--range")
    {
        Description = "Stepwise: how much less likely each further repeat is",
        DefaultValueFactory = _ => 0.1,
    };
    readonly Option<string> _floor = new("--min-frequency")
    {
        Description = "The least frequency of an allele: 5/2N, or a number",
        DefaultValueFactory = _ => "5/2N",
    };
    readonly Option<double> _silent = new("--silent") { Description = "Frequency of a silent allele at every marker" };

    /// <param name="command">Receives the options.</param>
    /// <param name="defaultPopulation">Used when none is named; null when one has to be.</param>
    public AssumptionOptions(Command command, string? defaultPopulation = null)
    {
        if (defaultPopulation is not null) _population.DefaultValueFactory = _ => defaultPopulation;
        Option[] options = [_population, _theta, _mutation, _rate, _rate2, _range, _floor, _silent];
        foreach (var option in options) command.Add(option);
    }

    /// <summary>The assumptions; null when an option was refused.</summary>
    /// <param name="parse">The command line.</param>
    /// <param name="refusals">Receives what is wrong.</param>
    /// <param name="project">Its own assumptions hold where no population is named; an option given still wins.</param>
    public Assumptions? Read(ParseResult parse, Refusals refusals, FamiliasProject? project = null)
    {
        if (project is not null && IsGiven(parse, _population))
        {
            refusals.Warn("--population", "holds with the options beside it; the project's own frequencies, mutation "
                + "models, silent alleles and theta are not used");
            project = null;
        }
        var own = project is null ? null : new FamiliasAssumptions(project);
        var populations = own is null ? ReadPopulations(parse.GetValue(_population) ?? "", refusals)
            : [own.Population];
        var floor = own is not null && !IsGiven(parse, _floor) ? own.Floor
            : refusals.Take("--min-frequency", MinimumFrequency.From(parse.GetValue(_floor)!));
        var (theta, silent) = (parse.GetValue(_theta), parse.GetValue(_silent));
        if (theta is not (>= 0 and <= 0.2)) refusals.Add("--theta", "", "must be from 0 to 0.2");
        if (silent is not (>= 0 and < 0.5)) refusals.Add("--silent", "", "must be from 0 to below 0.5");
        var ownMutation = IsGiven(parse, _mutation, _rate, _rate2, _range) ? null : own?.Mutation;
        var mutation = ownMutation ?? ReadMutation(parse, refusals);
        Func<string, double> silentFrequency = own is null || IsGiven(parse, _silent) ? _ => silent
            : own.SilentFrequency;
        if (refusals.Any) return null;
        var ladders = populations.ConvertAll(population => refusals.Take("--population", MarkerLadders.From(new()
        {
            Population = population,
            Floor = floor!,
            Mutation = mutation!,
            Theta = new Theta(own is null || IsGiven(parse, _theta) ? theta : own.Theta),
            SilentFrequency = silentFrequency,
        })));
        if (refusals.Any) return null;
        return new(ladders.ConvertAll(it => it!)) { IsMutationOfProject = ownMutation is not null };
    }

    /// <summary>The options with their values, for another run that takes the same for granted.</summary>
    public IReadOnlyList<string> Arguments(ParseResult parse) =>
    [
        .. Argument(parse, _population), .. Argument(parse, _theta), .. Argument(parse, _mutation),
        .. Argument(parse, _rate), .. Argument(parse, _rate2), .. Argument(parse, _range), .. Argument(parse, _floor),
        .. Argument(parse, _silent),
    ];

    /// <summary>Whether any of the options was given.</summary>
    public bool IsAnyGiven(ParseResult parse) =>
        IsGiven(parse, _population, _theta, _mutation, _rate, _rate2, _range, _floor, _silent);

    static string[] Argument<T>(ParseResult parse, Option<T> option) =>
        parse.GetValue(option) is { } value
            ? [option.Name, string.Create(CultureInfo.InvariantCulture, $"{value}")]
            : [];

    static bool IsGiven(ParseResult parse, params ReadOnlySpan<Option> options)
    {
        foreach (var option in options)
            if (parse.GetResult(option) is { Implicit: false }) return true;
        return false;
    }

    static List<AlleleFrequencies> ReadPopulations(string text, Refusals refusals)
    {
        var populations = new List<AlleleFrequencies>();
        foreach (var name in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (PopulationCatalogue.Find(name) is { } known) populations.Add(known);
            else if (File.Exists(name))
            {
                var label = Path.GetFileNameWithoutExtension(name);
                populations.AddRange(
                    refusals.Take(name, InputFile.Read(name, stream => FrequencyFile.Read(stream, label))) ?? []);
            }
            else refusals.Add(
                "--population", "", $"\"{name}\" is neither a file nor a population"
                + NearestName.Hint(name, PopulationCatalogue.All.Select(it => it.Name))
                + "; `homeward populations` lists all");
        }
        foreach (var twice in populations.CountBy(it => it.Name).Where(it => it.Value > 1))
            refusals.Add("--population", "", $"{twice.Key} is given twice");
        if (text.Length == 0)
            refusals.Add("--population", "", "is needed: a name or a file; `homeward populations` lists the names");
        return populations;
    }

    MutationAssumption? ReadMutation(ParseResult parse, Refusals refusals)
    {
        var (rate2, range) = (parse.GetValue(_rate2), parse.GetValue(_range));
        MutationModel? model = parse.GetValue(_mutation) switch
        {
            "stepwise" => new MutationModel.Stepwise(0, rate2, range),
            "equal" => new MutationModel.Equal(0),
            "proportional" => new MutationModel.Proportional(0),
            "onestep" => new MutationModel.OneStep(0),
            "none" => new MutationModel.None(),
            _ => null,
        };
        if (model is null)
            refusals.Add("--mutation", "", "must be stepwise, equal, proportional, onestep or none");
        if (parse.GetValue(_rate) is not { } rate)
            return model is null ? null : new(model, MutationRates.Of, "rates by marker and sex, from the catalogue");
        if (rate is not (>= 0 and < 1)) refusals.Add("--mutation-rate", "", "must be from 0 to below 1");
        var same = new MutationRate(rate, rate, "the command line");
        return model is null ? null : new(model, _ => same, $"rate {rate} at every marker");
    }
}
