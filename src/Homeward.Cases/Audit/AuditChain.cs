using System.Security.Cryptography;

namespace Homeward.Cases.Audit;

/// <summary>Ties each entry to all before it: its hash is SHA-256 of the previous hash followed by its text.</summary>
/// <remarks>docs/guide/audit.md shows how to rework it with <c>sha256sum</c>.</remarks>
public static class AuditChain
{
    public const int HashBytes = SHA256.HashSizeInBytes;

    /// <summary>What stands before the first entry: 32 zero bytes.</summary>
    public static ReadOnlyMemory<byte> Beginning { get; } = new byte[HashBytes];

    public static byte[] HashOf(ReadOnlySpan<byte> previous, ReadOnlySpan<byte> text)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        hash.AppendData(text);
        return hash.GetHashAndReset();
    }
}
