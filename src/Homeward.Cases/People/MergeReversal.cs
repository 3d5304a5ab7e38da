using Homeward.Cases.Agencies;
using Homeward.Cases.Time;

namespace Homeward.Cases.People;

/// <summary>A merge that was wrong; the two are two again.</summary>
public sealed record MergeReversal
{
    public required MergeId Merge { get; init; }
    public required UserId By { get; init; }
    public required Instant At { get; init; }
}
