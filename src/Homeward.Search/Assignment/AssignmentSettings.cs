using Homeward.Genetics.Kinship;

namespace Homeward.Search.Assignment;

/// <summary>What an assignment takes for granted, all of it reported with its result.</summary>
public sealed record AssignmentSettings
{
    /// <summary>The population, and everything else that a likelihood needs.</summary>
    public required MarkerLadders Ladders { get; init; }

    /// <summary>
    /// Prior odds of each child placed over the same child not placed; 1 is the flat prior, all assignments alike.
    /// </summary>
    public required double PriorOdds { get; init; }

    /// <summary>True to place a child in a member's place of another recorded sex too.</summary>
    public required bool AnySex { get; init; }

    /// <summary>
    /// Where a group is too large as it stands: the posterior probability, in all, that may be left out of it. Nothing
    /// is left out of a group that is small enough.
    /// </summary>
    public required double LeaveOut { get; init; }

    /// <summary>Assignments listed for each group, the best ones.</summary>
    public required int Listed { get; init; }

    public required int Threads { get; init; }
}
