using Homeward.Cases.Agencies;
using Homeward.Cases.Rescues;
using Homeward.Cases.Time;

namespace Homeward.Cases.Operations;

/// <summary>A rescue is a result of an operation. Said apart from the rescue, so that whoever cares for the person need
/// not know of the operation.</summary>
public sealed record OperationRescue
{
    public required RescueId Rescue { get; init; }
    public required OperationId Operation { get; init; }
    public required UserId By { get; init; }
    public required Instant At { get; init; }
}
