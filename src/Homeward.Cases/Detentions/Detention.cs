using Homeward.Cases.Agencies;
using Homeward.Cases.Operations;
using Homeward.Cases.People;
using Homeward.Cases.Time;

namespace Homeward.Cases.Detentions;

/// <summary>A measure against a suspect. It lasts until the next one of the same person: measures can neither overlap
/// nor leave open what became of somebody.</summary>
public sealed record Detention
{
    public required DetentionId Id { get; init; }
    public required PersonId Person { get; init; }
    public required Measure Measure { get; init; }
    public required Instant Since { get; init; }

    /// <summary>The agency that has ordered it.</summary>
    public required AgencyId Authority { get; init; }

    /// <summary>The operation of which it is a result; null when it is none.</summary>
    public OperationId? During { get; init; }

    /// <summary>The row that was wrong and in whose place this one stands.</summary>
    public DetentionId? Corrects { get; init; }

    public required UserId By { get; init; }
    public required Instant At { get; init; }
}
