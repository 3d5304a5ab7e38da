using Homeward.Cases.Time;

namespace Homeward.Server.Features.SettingUp;

/// <summary>The setting up of an installation while it lasts.</summary>
public sealed record SetUp
{
    public const int Only = 1;
    public static readonly TimeSpan Valid = TimeSpan.FromHours(24);

    public int Id { get; init; } = Only;

    /// <summary>Of the key in the link; null once it was used.</summary>
    public byte[]? LinkHash { get; init; }

    public required Instant Until { get; init; }

    /// <summary>Of the key in the cookie of whoever used the link.</summary>
    public byte[]? CookieHash { get; init; }

    /// <summary>What was chosen until now, as JSON.</summary>
    public string Draft { get; init; } = "{}";
}
