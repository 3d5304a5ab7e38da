using Homeward.Genetics.Likelihood;
using Homeward.Genetics.Populations;

namespace Homeward.Genetics.Kinship;

/// <summary>
/// Everything that a likelihood ratio from profiles takes for granted. Said at the call, never by default.
/// </summary>
public sealed record KinshipAssumptions
{
    public required AlleleFrequencies Population { get; init; }
    public required MinimumFrequency Floor { get; init; }
    public required MutationAssumption Mutation { get; init; }
    public required Theta Theta { get; init; }

    /// <summary>Frequency of a silent allele by canonical marker name; 0 for none.</summary>
    public required Func<string, double> SilentFrequency { get; init; }
}
