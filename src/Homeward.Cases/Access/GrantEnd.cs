using Homeward.Cases.Agencies;
using Homeward.Cases.Time;

namespace Homeward.Cases.Access;

/// <summary>A grant was taken back before its time.</summary>
public sealed record GrantEnd
{
    public required GrantId Grant { get; init; }
    public required Instant At { get; init; }
    public required UserId By { get; init; }
}
