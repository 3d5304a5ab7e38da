using Homeward.Cases.Agencies;
using Homeward.Cases.Investigations;
using Homeward.Cases.People;
using Homeward.Cases.Time;

namespace Homeward.Cases.Rings;

/// <summary>What somebody is in a ring. A later row about the same person takes the place of the earlier one.</summary>
public sealed record RingMembership
{
    public required Guid Id { get; init; }
    public required RingId Ring { get; init; }
    public required PersonId Person { get; init; }
    public required RingRole Role { get; init; }
    public required LinkCertainty Certainty { get; init; }

    /// <summary>The first day on which the person is known to have been in the ring; null = not known.</summary>
    public DateOnly? KnownFrom { get; init; }

    /// <summary>The last one; null = not known, or still in it.</summary>
    public DateOnly? KnownTo { get; init; }

    public required UserId By { get; init; }
    public required Instant At { get; init; }
}
