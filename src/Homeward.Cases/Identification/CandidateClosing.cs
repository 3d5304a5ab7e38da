using Homeward.Cases.Time;

namespace Homeward.Cases.Identification;

/// <summary>A candidate is none any more. It does not come back; the pair may, under another number.</summary>
public sealed record CandidateClosing
{
    public required long Number { get; init; }
    public required ClosingReason Reason { get; init; }

    /// <summary>The one of the same pair that took its place.</summary>
    public long? Better { get; init; }

    public required Instant At { get; init; }
}
