using Homeward.Cases.Time;

namespace Homeward.Server.Api;

/// <summary>What a program shows to act for somebody by the API: a field client, a laboratory's own system.</summary>
public sealed record AccessToken
{
    public required Guid Id { get; init; }
    public required Guid Account { get; init; }

    /// <summary>What its owner calls the program.</summary>
    public required string Name { get; init; }

    public required byte[] KeyHash { get; init; }
    public required Instant At { get; init; }
    public required Instant Until { get; init; }
    public Instant? EndedAt { get; init; }
}
