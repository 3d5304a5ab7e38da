using Homeward.Cases.Agencies;
using Homeward.Cases.Time;

namespace Homeward.Cases.People;

/// <summary>Two records that may be one human being: on the list until they are merged or the suspicion is
/// dismissed.</summary>
public sealed record PossibleDuplicate
{
    public required DuplicateId Id { get; init; }
    public required PersonId First { get; init; }
    public required PersonId Second { get; init; }
    public required UserId By { get; init; }
    public required Instant At { get; init; }
}
