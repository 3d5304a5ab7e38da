using Homeward.Cases.Time;

namespace Homeward.Server.Accounts;

/// <summary>A link with which somebody chooses how he signs in: for the first time, or anew because he lost what he
/// had.</summary>
public sealed record Invitation
{
    public static readonly TimeSpan Valid = TimeSpan.FromDays(3);

    public required Guid Id { get; init; }
    public required Guid Account { get; init; }

    /// <summary>Of the key in the link; null while a recovery waits for the second person.</summary>
    public byte[]? KeyHash { get; init; }

    public required Instant At { get; init; }

    /// <summary>From when it was signed; null until then.</summary>
    public Instant? Until { get; init; }

    /// <summary>The user who made it; null for the program, when it is started for the first time.</summary>
    public required Guid? By { get; init; }

    /// <summary>Takes the place of what the user had, which two people want.</summary>
    public required bool IsRecovery { get; init; }

    public Guid? SecondBy { get; init; }

    /// <summary>Used, or taken back.</summary>
    public Instant? EndedAt { get; init; }

    public bool IsWaiting => IsRecovery && SecondBy is null;

    public bool IsOpen(Instant now) => EndedAt is null && (Until is not { } until || now < until);
}
