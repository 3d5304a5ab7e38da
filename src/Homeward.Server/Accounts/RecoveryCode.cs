using System.Security.Cryptography;
using System.Text;

namespace Homeward.Server.Accounts;

/// <summary>Takes the place of an authenticator once, for whoever has lost it.</summary>
public sealed record RecoveryCode(Guid Account, byte[] Hash)
{
    const int Count = 10;

    /// <summary>80 bits: too many to try, so that a plain hash hides them.</summary>
    const int Bytes = 10;
    const int Group = 4;

    /// <summary>As they are shown, once.</summary>
    public static IReadOnlyList<string> NewSet() =>
        [.. Enumerable.Range(0, Count).Select(_ => Grouped(Totp.Base32(RandomNumberGenerator.GetBytes(Bytes))))];

    public static RecoveryCode Of(Guid account, string typed)
    {
        var letters = string.Concat(typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));
        return new(account, SHA256.HashData(Encoding.UTF8.GetBytes($"{account:N} {letters}")));
    }

    static string Grouped(string letters) => string.Join('-', letters.Chunk(Group).Select(it => new string(it)));
}
