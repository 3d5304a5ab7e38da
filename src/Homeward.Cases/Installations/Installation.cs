using Homeward.Cases.Time;

namespace Homeward.Cases.Installations;

/// <summary>What a case database is for. There is one, written before anybody is in it.</summary>
public sealed record Installation
{
    /// <summary>The only key there is.</summary>
    public const int Only = 1;

    public int Id { get; init; } = Only;
    public required InstallationKind Kind { get; init; }

    /// <summary>The jurisdiction profile: <c>cn</c>.</summary>
    public required string Profile { get; init; }

    public required Instant At { get; init; }
}
