using Homeward.Cases.Agencies;
using Homeward.Cases.Time;

namespace Homeward.Cases.Investigations;

/// <summary>What became of an investigation.</summary>
public abstract record InvestigationStep
{
    InvestigationStep() { }

    public required Guid Id { get; init; }
    public required InvestigationId Investigation { get; init; }
    public required UserId By { get; init; }
    public required Instant At { get; init; }

    public sealed record Solved : InvestigationStep;

    public sealed record Reopened : InvestigationStep
    {
        public required string Reason { get; init; }
    }

    /// <summary>It turned out to be part of another one.</summary>
    public sealed record Merged : InvestigationStep
    {
        public required InvestigationId Into { get; init; }
    }

    /// <summary>It is none: the merge was an error, and the investigation stands for itself as before.</summary>
    public sealed record Separated : InvestigationStep
    {
        public required string Reason { get; init; }
    }
}
