using Homeward.Cases.Agencies;
using Homeward.Cases.Time;

namespace Homeward.Cases.Identification;

/// <summary>An analyst proposes that a candidate is the missing one. It identifies nobody: fresh samples, a second
/// typing and a second analyst come first.</summary>
public sealed record MatchProposal
{
    public required MatchId Id { get; init; }
    public required long Candidate { get; init; }
    public required UserId By { get; init; }
    public required Instant At { get; init; }
}
