using Homeward.Genetics.Kinship;

namespace Homeward.Cli.Inputs;

/// <summary>What a calculation takes for granted, once for each population; always printed beside the result.</summary>
sealed class Assumptions(IReadOnlyList<MarkerLadders> populations)
{
    public IReadOnlyList<MarkerLadders> Populations => populations;

    /// <summary>The first population's; all share everything but the frequencies.</summary>
    public KinshipAssumptions Shared => populations[0].Assumptions;

    /// <summary>Whether the mutation models are a Familias project's and not those of the options.</summary>
    public bool IsMutationOfProject { get; init; }

    /// <summary>Markers that every population has: only these are calculated with.</summary>
    public IReadOnlyList<string> Markers { get; } =
        [.. populations[0].Markers.Where(marker => populations.All(it => it.Has(marker)))];

    /// <summary>Whether at any of the markers a mutation counts as impossible, so that true families may be lost.
    /// </summary>
    public bool CanExclude => Shared.Mutation.CanExcludeAt(Markers);

    public AssumptionsAnswer Answer
    {
        get
        {
            var silent = Markers.Select(it => (Marker: it, Frequency: Shared.SilentFrequency(it))).ToList();
            double[] different = [.. silent.Select(it => it.Frequency).Distinct()];
            var byMarker = different.Length < 2 ? null : silent.Where(it => it.Frequency > 0)
                .ToDictionary(it => it.Marker, it => it.Frequency, StringComparer.Ordinal);
            return new(
                [.. populations.Select(it => it.Assumptions.Population.Name)], Shared.Theta.Value,
                Shared.Mutation.Words, Shared.Floor.ToString(), byMarker is null ? different.FirstOrDefault() : null,
                byMarker);
        }
    }
}
