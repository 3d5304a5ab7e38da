using Homeward.Cases.Agencies;
using Homeward.Cases.Time;

namespace Homeward.Cases.Identification;

/// <summary>An analyst has looked, and these two do not belong together. It is remembered with the evidence: the pair
/// comes back on other evidence only.</summary>
public sealed record PairExclusion
{
    public required long Candidate { get; init; }
    public required ExclusionReason Reason { get; init; }
    public required UserId By { get; init; }
    public required Instant At { get; init; }
}
