using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Homeward.Server.Accounts;

/// <summary>Codes of an authenticator app: RFC 6238 with six digits, thirty seconds and SHA-1, as all of them do.
/// </summary>
[SuppressMessage("Security", "CA5350", Justification = "Apps take SHA-1 alone; an HMAC is safe with it.")]
static class Totp
{
    public const int KeyBytes = 20;
    const int StepSeconds = 30;
    const int Digits = 6;
    const int Modulus = 1_000_000;
    const string Base32Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static long StepAt(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / StepSeconds;

    public static string Code(ReadOnlySpan<byte> key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(key, counter, hash);
        // RFC 4226, section 5.3: the last half byte says where four bytes are taken from.
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xf)..]) & int.MaxValue;
        return (number % Modulus).ToString("D" + Digits, CultureInfo.InvariantCulture);
    }

    /// <summary>The step of a code that is right now, or was half a minute ago, or will be: clocks differ. Null when it
    /// is none of these, or no younger than the last one that was taken.</summary>
    public static long? StepOf(ReadOnlySpan<byte> key, string code, DateTimeOffset now, long after)
    {
        var typed = Encoding.UTF8.GetBytes(code.Replace(" ", "", StringComparison.Ordinal));
        var present = StepAt(now);
        for (var step = Math.Max(present - 1, after + 1); step <= present + 1; step++)
            if (CryptographicOperations.FixedTimeEquals(typed, Encoding.UTF8.GetBytes(Code(key, step)))) return step;
        return null;
    }

    /// <summary>As apps take it by hand.</summary>
    public static string Base32(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (waiting, bits) = (0, 0);
        foreach (var it in bytes)
        {
            (waiting, bits) = ((waiting << 8) | it, bits + 8);
            for (; bits >= 5; bits -= 5) text.Append(Base32Letters[(waiting >> (bits - 5)) & 31]);
            waiting &= (1 << bits) - 1;
        }
        if (bits > 0) text.Append(Base32Letters[(waiting << (5 - bits)) & 31]);
        return text.ToString();
    }

    /// <summary>As apps take it from a QR code.</summary>
    public static string Uri(string name, ReadOnlySpan<byte> key) =>
        $"otpauth://totp/Homeward:{System.Uri.EscapeDataString(name)}?secret={Base32(key)}&issuer=Homeward";
}
