using System.Globalization;
using Homeward.Genetics.Kinship;
using Homeward.Genetics.Likelihood;
using Homeward.Genetics.Mutation;
using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Populations;
using Homeward.Genetics.Simulation;

namespace Homeward.Server.Features.Calculator;

/// <summary>What was chosen and typed. Anything that a form of ours cannot send becomes its first choice.</summary>
public sealed record CalculatorForm
{
    public const int MostCharacters = 20_000;

    static readonly FamilyKind FirstKind = FamilyKind.All[0];

    public static IReadOnlyList<string> Models { get; } = ["stepwise", "equal", "proportional", "none"];
    public static IReadOnlyList<double> Thetas { get; } = [0, 0.005, 0.01, 0.02, 0.03];

    public required FamilyKind Kind { get; init; }
    public required Sex ChildSex { get; init; }
    public required AlleleFrequencies Population { get; init; }
    public required double Theta { get; init; }
    public required string Model { get; init; }

    /// <summary>The genotypes as they were typed.</summary>
    public required string Sheet { get; init; }

    public static CalculatorForm Of(Func<string, string?> field)
    {
        var isNumber = double.TryParse(
            field("theta"), NumberStyles.Float, CultureInfo.InvariantCulture, out var theta);
        var sheet = field("sheet") ?? "";
        return new()
        {
            Kind = FamilyKind.Find(field("shape") ?? "") ?? FirstKind,
            ChildSex = field("sex") == "female" ? Sex.Female : Sex.Male,
            Population = PopulationCatalogue.Find(field("population") ?? "") ?? PopulationCatalogue.All[0],
            Theta = isNumber && Thetas.Contains(theta) ? theta : 0.01,
            Model = Models.Contains(field("model")) ? field("model")! : Models[0],
            Sheet = sheet.Length > MostCharacters ? sheet[..MostCharacters] : sheet,
        };
    }

    /// <summary>Those who can be typed in this shape, the child first.</summary>
    public IReadOnlyList<string> Columns =>
        [FamilyKind.Missing, .. Kind.With(ChildSex).Members.Select(it => it.Id).Where(Kind.IsTyped)];

    /// <summary>5/2N where the table says how many chromosomes were counted; else its own least frequency.</summary>
    public MinimumFrequency Floor => Population.Refusals(new MinimumFrequency.FivePerCount()).Any
        ? new MinimumFrequency.Fixed(Population.StatedMinimum ?? 0.001)
        : new MinimumFrequency.FivePerCount();

    public KinshipAssumptions Assumptions => new()
    {
        Population = Population,
        Floor = Floor,
        Mutation = new(
            Model switch
            {
                "equal" => new MutationModel.Equal(0),
                "proportional" => new MutationModel.Proportional(0),
                "none" => new MutationModel.None(),
                _ => new MutationModel.Stepwise(0, 1e-6, 0.1),
            },
            MutationRates.Of,
            "rates by marker and sex, from the catalogue"),
        Theta = new Theta(Theta),
        SilentFrequency = _ => 0,
    };
}
