using Homeward.Cases.Detentions;
using Homeward.Cases.Operations;
using Homeward.Cases.People;
using Homeward.Cases.Time;

namespace Homeward.Storage.Detentions;

/// <summary>A measure as the agency that ordered it puts it down.</summary>
public sealed record DetentionDraft
{
    public required PersonId Person { get; init; }
    public required Measure Measure { get; init; }
    public required Instant Since { get; init; }

    /// <summary>The operation of which it is a result; null when it is none.</summary>
    public OperationId? During { get; init; }

    /// <summary>The row that was wrong and in whose place this one stands.</summary>
    public DetentionId? Corrects { get; init; }
}
