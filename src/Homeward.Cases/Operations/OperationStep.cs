using Homeward.Cases.Agencies;
using Homeward.Cases.Time;

namespace Homeward.Cases.Operations;

/// <summary>Something decided about an operation, by somebody, at a moment.</summary>
public abstract record OperationStep
{
    OperationStep() { }

    public required Guid Id { get; init; }
    public required OperationId Operation { get; init; }
    public required UserId By { get; init; }
    public required Instant At { get; init; }

    public sealed record Rescheduled : OperationStep
    {
        public required Instant HHour { get; init; }
    }

    /// <summary>Signed by somebody who is not the author.</summary>
    public sealed record Authorised : OperationStep;

    public sealed record Aborted : OperationStep
    {
        public required string Reason { get; init; }
    }

    /// <summary>Every rescued person is in somebody's care, and everybody found with them has a role.</summary>
    public sealed record Secured : OperationStep;

    /// <summary>A bulletin has stated its results; they may still grow.</summary>
    public sealed record Reported : OperationStep
    {
        public required string Bulletin { get; init; }
    }

    /// <summary>Every participant has confirmed its numbers.</summary>
    public sealed record Closed : OperationStep;

    public sealed record Reopened : OperationStep
    {
        public required string Reason { get; init; }
    }
}
