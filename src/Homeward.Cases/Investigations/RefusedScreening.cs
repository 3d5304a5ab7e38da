using Homeward.Cases.Agencies;
using Homeward.Cases.People;
using Homeward.Cases.Time;

namespace Homeward.Cases.Investigations;

/// <summary>Somebody was named as a carer who may be none. Whoever asked was told no more than that; those who work on
/// the case learn by this that their suspect was about to be given a child.</summary>
public sealed record RefusedScreening
{
    public required Guid Id { get; init; }

    /// <summary>Who was to be looked after; null for a duty in a facility.</summary>
    public required PersonId? Person { get; init; }

    /// <summary>Who was barred.</summary>
    public required PersonId Named { get; init; }

    public required UserId By { get; init; }
    public required Instant At { get; init; }
}
