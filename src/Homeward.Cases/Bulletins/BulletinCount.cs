using System.Security.Cryptography;
using System.Text;
using Homeward.Cases.Agencies;
using Homeward.Cases.Time;

namespace Homeward.Cases.Bulletins;

/// <summary>A bulletin counted and reconciled with those whose figures it states: the bytes that are approved, and
/// later published as they are. It may be counted again until it is published.</summary>
public sealed record BulletinCount
{
    public required CountId Id { get; init; }
    public required BulletinId Bulletin { get; init; }

    /// <summary>The last line of the ledger that was counted: frozen with the bytes.</summary>
    public required long LastLine { get; init; }

    /// <summary>Canonical.</summary>
    public required string Json { get; init; }

    /// <summary>SHA-256 of the JSON in UTF-8.</summary>
    public required string Digest { get; init; }

    public required UserId By { get; init; }
    public required Instant At { get; init; }

    public static string DigestOf(string json) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
}
