using Homeward.Cases.Agencies;
using Homeward.Cases.Time;

namespace Homeward.Cases.People;

/// <summary>The two are two.</summary>
public sealed record DuplicateDismissal
{
    public required DuplicateId Duplicate { get; init; }
    public required UserId By { get; init; }
    public required Instant At { get; init; }
}
