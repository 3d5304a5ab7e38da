using Homeward.Cases.Time;

namespace Homeward.Server.Accounts;

/// <summary>Somebody is signed in with one browser.</summary>
public sealed record Session
{
    public required Guid Id { get; init; }
    public required Guid Account { get; init; }

    /// <summary>Of the key in the cookie, which is drawn anew whenever somebody proves who he is.</summary>
    public required byte[] KeyHash { get; init; }

    public required Instant BeganAt { get; init; }
    public required Instant SeenAt { get; init; }

    /// <summary>When he last showed a second factor.</summary>
    public required Instant ProvenAt { get; init; }

    public Instant? EndedAt { get; init; }

    /// <summary>The browser as it names itself, in two words.</summary>
    public required string Browser { get; init; }
}
