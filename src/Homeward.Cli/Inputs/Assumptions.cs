using Homeward.Genetics.Kinship;
using Homeward.Genetics.Mutation;

namespace Homeward.Cli.Inputs;

/// <summary>What a calculation takes for granted, once for each population; always printed beside the result.</summary>
sealed class Assumptions(IReadOnlyList<MarkerLadders> populations)
{
    public IReadOnlyList<MarkerLadders> Populations => populations;

    /// <summary>The first population's; all share everything but the frequencies.</summary>
    public KinshipAssumptions Shared => populations[0].Assumptions;

    /// <summary>Markers that every population has: only these are calculated with.</summary>
    public IReadOnlyList<string> Markers { get; } =
        [.. populations[0].Markers.Where(marker => populations.All(it => it.Has(marker)))];

    public AssumptionsAnswer Answer => new(
        [.. populations.Select(it => it.Assumptions.Population.Name)],
        Shared.Theta.Value, MutationInWords, Shared.Floor.ToString(), Shared.SilentFrequency);

    public string InWords =>
        $"{string.Join(", ", Answer.Populations)}; theta {Shared.Theta.Value}; mutation {MutationInWords}; "
        + $"minimum frequency {Shared.Floor}; "
        + (Shared.SilentFrequency == 0 ? "no silent allele" : $"silent allele {Shared.SilentFrequency}");

    string MutationInWords => Shared.Mutation.Shape switch
    {
        MutationModel.Stepwise it => $"stepwise (rate2 {it.Rate2}, range {it.Range}), {Shared.Mutation.Words}",
        MutationModel.Equal => $"equal, {Shared.Mutation.Words}",
        MutationModel.Proportional => $"proportional, {Shared.Mutation.Words}",
        MutationModel.OneStep => $"one step, {Shared.Mutation.Words}",
        _ => "none",
    };
}
