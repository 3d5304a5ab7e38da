using Homeward.Cli.Inputs;
using Homeward.Genetics.Kinship;
using Homeward.Search.Ranking;

namespace Homeward.Cli.Commands.Families;

/// <summary>Everything that a search needs, read and checked.</summary>
/// <param name="Assumptions">Once for each population.</param>
/// <param name="Children">In the order of the files.</param>
/// <param name="Families">In the order of the file.</param>
/// <param name="Threshold">Smallest log10 LR that is shown.</param>
/// <param name="AlternativePrior">Prior of each alternative over the prior of the claim.</param>
/// <param name="Explain">Whether every marker is shown.</param>
sealed record SearchInput(
    Assumptions Assumptions,
    IReadOnlyList<RescuedChild> Children,
    IReadOnlyList<Family> Families,
    double Threshold,
    double AlternativePrior,
    bool Explain);
