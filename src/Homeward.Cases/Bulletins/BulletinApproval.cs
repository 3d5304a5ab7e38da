using Homeward.Cases.Agencies;
using Homeward.Cases.Time;

namespace Homeward.Cases.Bulletins;

/// <summary>One of the two signatures under the bytes of a count.</summary>
public sealed record BulletinApproval
{
    public required CountId Count { get; init; }
    public required UserId By { get; init; }
    public required Instant At { get; init; }
}
