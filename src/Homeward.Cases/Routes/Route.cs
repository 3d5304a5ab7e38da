using Homeward.Cases.Agencies;
using Homeward.Cases.Time;

namespace Homeward.Cases.Routes;

/// <summary>A way along which people are trafficked.</summary>
public sealed record Route
{
    public required RouteId Id { get; init; }
    public required string Name { get; init; }
    public required RouteKind Kind { get; init; }
    public required UserId By { get; init; }
    public required Instant At { get; init; }
}
