using System.Security.Cryptography;
using System.Text;
using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Audit;

/// <summary>A checkpoint as a file of three lines: what is said, the public key, and the signature over the first
/// line.</summary>
/// <remarks>ECDSA on P-256 with SHA-256, key and signature in DER and base64, so that <c>openssl</c> checks it too:
/// docs/guide/audit.md.</remarks>
public sealed record SignedCheckpoint
{
    const DSASignatureFormat Format = DSASignatureFormat.Rfc3279DerSequence;
    public const int MostBytes = 1 << 20;

    SignedCheckpoint(Checkpoint checkpoint, byte[] key, byte[] signature) =>
        (Checkpoint, _key, _signature) = (checkpoint, key, signature);

    readonly byte[] _key;
    readonly byte[] _signature;

    public Checkpoint Checkpoint { get; }

    /// <summary>SHA-256 of the public key, by which people tell each other which key it is.</summary>
    public string KeyFingerprint => Fingerprint(_key);

    public static SignedCheckpoint Sign(Checkpoint checkpoint, ECDsa key) =>
        new(checkpoint,
            key.ExportSubjectPublicKeyInfo(),
            key.SignData(checkpoint.ToText(), HashAlgorithmName.SHA256, Format));

    public string ToText() =>
        $"{Encoding.UTF8.GetString(Checkpoint.ToText())}\n{Convert.ToBase64String(_key)}\n"
        + $"{Convert.ToBase64String(_signature)}\n";

    /// <summary>Refuses a checkpoint whose signature does not hold.</summary>
    public static Parsed<SignedCheckpoint> Read(ReadOnlyMemory<byte> file)
    {
        var problems = new Problems();
        var lines = file.Length > MostBytes ? [] : Encoding.UTF8.GetString(file.Span).TrimEnd('\n').Split('\n');
        if (lines.Length != 3)
        {
            problems.Add("", "is no checkpoint: it has not three lines");
            return problems;
        }
        var text = Encoding.UTF8.GetBytes(lines[0]);
        var checkpoint = Checkpoint.Read(text);
        if (!checkpoint.IsValid) return checkpoint.Problems;
        try
        {
            var (key, signature) = (Convert.FromBase64String(lines[1]), Convert.FromBase64String(lines[2]));
            using var verifier = ECDsa.Create();
            verifier.ImportSubjectPublicKeyInfo(key, out _);
            if (verifier.VerifyData(text, signature, HashAlgorithmName.SHA256, Format))
                return new SignedCheckpoint(checkpoint.Value, key, signature);
            problems.Add("line 3", "the signature does not hold: the checkpoint was changed, or is not of this key");
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            problems.Add("lines 2 and 3", "are no key and signature");
        }
        return problems;
    }

    public static string Fingerprint(ReadOnlySpan<byte> publicKey) =>
        Convert.ToHexStringLower(SHA256.HashData(publicKey));
}
