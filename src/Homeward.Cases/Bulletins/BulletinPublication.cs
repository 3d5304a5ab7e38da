using Homeward.Cases.Agencies;
using Homeward.Cases.Time;

namespace Homeward.Cases.Bulletins;

/// <summary>From now on the public has it: nothing about it changes any more.</summary>
public sealed record BulletinPublication
{
    public required BulletinId Bulletin { get; init; }
    public required CountId Count { get; init; }
    public required UserId By { get; init; }
    public required Instant At { get; init; }
}
