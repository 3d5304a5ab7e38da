using Homeward.Cases.Agencies;
using Homeward.Cases.People;
using Homeward.Cases.Rescues;
using Homeward.Cases.Time;

namespace Homeward.Cases.Investigations;

/// <summary>A person has a role in a case, or was found with somebody at a rescue. It ends by an
/// <see cref="Acquittal"/> or a <see cref="Clearing"/>, and in no other way.</summary>
public sealed record PartyLink
{
    public required PartyLinkId Id { get; init; }
    public required PersonId Person { get; init; }
    public required PartyRole Role { get; init; }

    /// <summary>Null for <see cref="PartyRole.FoundWith"/> only.</summary>
    public required InvestigationId? Investigation { get; init; }

    /// <summary>For <see cref="PartyRole.FoundWith"/> only.</summary>
    public required RescueId? Rescue { get; init; }

    public required LinkCertainty Certainty { get; init; }
    public required UserId By { get; init; }
    public required Instant At { get; init; }
}
