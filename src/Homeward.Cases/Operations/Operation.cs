using Homeward.Cases.Agencies;
using Homeward.Cases.Time;

namespace Homeward.Cases.Operations;

/// <summary>A raid or campaign as it was planned; what became of it is told by <see cref="OperationStep"/>s.</summary>
public sealed record Operation
{
    public required OperationId Id { get; init; }

    /// <summary>The name by which the participants know it; says nothing about people or places.</summary>
    public required string Code { get; init; }

    public required OperationKind Kind { get; init; }
    public required AgencyId Lead { get; init; }

    /// <summary>When everybody moves, as first planned. Before it the operation does not exist for outsiders.</summary>
    public required Instant HHour { get; init; }

    /// <summary>How many children are expected to be found: as many welfare beds are wanted before anybody moves.
    /// </summary>
    public required int ExpectedChildren { get; init; }

    public required UserId Author { get; init; }
    public required Instant PlannedAt { get; init; }
}
