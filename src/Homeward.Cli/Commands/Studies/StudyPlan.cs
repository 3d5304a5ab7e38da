using Homeward.Genetics.Likelihood;
using Homeward.Genetics.Markers;
using Homeward.Genetics.Populations;
using Homeward.Genetics.Simulation;

namespace Homeward.Cli.Commands.Studies;

/// <summary>What is to be simulated.</summary>
sealed record StudyPlan
{
    public required Kit Kit { get; init; }
    public required AlleleFrequencies Population { get; init; }

    /// <summary>Families that search; most of their children are not among the rescued.</summary>
    public required int Families { get; init; }

    /// <summary>Kinds of the families, each with its share.</summary>
    public required IReadOnlyList<(FamilyKind Kind, double Share)> Kinds { get; init; }

    public required int Children { get; init; }

    /// <summary>Rescued children whose families never reported them.</summary>
    public required int Unreported { get; init; }

    /// <summary>Rescued children whose sample is somebody else's.</summary>
    public required int Mislabelled { get; init; }

    public required bool Mutates { get; init; }
    public required Theta Theta { get; init; }
    public required double DropOut { get; init; }
    public required ulong Seed { get; init; }
}
