using System.Security.Cryptography;

namespace Homeward.Storage.Genes;

/// <summary>A key of 256 bits. A data key seals the profiles of one donor, an epoch key wraps data keys.</summary>
/// <remarks>AES-GCM with a random nonce of 96 bits: nonce, text, tag. Wiped when it is disposed of.</remarks>
sealed class SecretKey : IDisposable
{
    public const int Bytes = 32;
    const int NonceBytes = 12;
    const int TagBytes = 16;

    /// <summary>A sealed text is so much longer than it was.</summary>
    public const int Overhead = NonceBytes + TagBytes;

    readonly byte[] _bytes;
    readonly AesGcm _cipher;

    /// <param name="bytes">Taken over.</param>
    public SecretKey(byte[] bytes) => (_bytes, _cipher) = (bytes, new(bytes, TagBytes));

    public static SecretKey New() => new(RandomNumberGenerator.GetBytes(Bytes));

    /// <param name="text">What is to be hidden.</param>
    /// <param name="place">Where it stands; it can be opened nowhere else.</param>
    public byte[] Seal(ReadOnlySpan<byte> text, ReadOnlySpan<byte> place)
    {
        var box = new byte[Overhead + text.Length];
        var nonce = box.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        _cipher.Encrypt(nonce, text, box.AsSpan(NonceBytes, text.Length), box.AsSpan(^TagBytes..), place);
        return box;
    }

    /// <exception cref="CryptographicException">Another key sealed it, or it was changed, or it stood elsewhere.
    /// </exception>
    public byte[] Open(ReadOnlySpan<byte> box, ReadOnlySpan<byte> place)
    {
        if (box.Length < Overhead) throw new CryptographicException("The sealed text is cut off.");
        var text = new byte[box.Length - Overhead];
        _cipher.Decrypt(box[..NonceBytes], box[NonceBytes..^TagBytes], box[^TagBytes..], text, place);
        return text;
    }

    /// <summary>The key itself, sealed by another one.</summary>
    public byte[] WrappedBy(SecretKey other, ReadOnlySpan<byte> place) => other.Seal(_bytes, place);

    /// <summary>Equal for equal contents under this key, and of no use to whoever has not got it: without the key
    /// nobody can try whether a genotype he guesses is the one.</summary>
    public byte[] FingerprintOf(ReadOnlySpan<byte> text)
    {
        // A key of its own, so that no key does two things.
        Span<byte> key = stackalloc byte[Bytes];
        HMACSHA256.HashData(_bytes, "homeward fingerprint"u8, key);
        var print = HMACSHA256.HashData(key, text);
        CryptographicOperations.ZeroMemory(key);
        return print;
    }

    /// <summary>As a file holds it.</summary>
    public string ToHex() => Convert.ToHexStringLower(_bytes);

    public void Dispose()
    {
        _cipher.Dispose();
        CryptographicOperations.ZeroMemory(_bytes);
    }
}
