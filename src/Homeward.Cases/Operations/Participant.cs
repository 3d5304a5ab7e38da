using Homeward.Cases.Agencies;
using Homeward.Cases.Time;

namespace Homeward.Cases.Operations;

/// <summary>An agency that takes part in an operation, for a region, with so many people.</summary>
public sealed record Participant
{
    public required ParticipantId Id { get; init; }
    public required OperationId Operation { get; init; }
    public required AgencyId Agency { get; init; }
    public required RegionCode Region { get; init; }
    public required ParticipantRole Role { get; init; }

    /// <summary>Officers and staff that it sends.</summary>
    public required int Forces { get; init; }

    public required UserId InvitedBy { get; init; }
    public required Instant InvitedAt { get; init; }
}
