using Homeward.Cases.Audit;

namespace Homeward.Cli.Commands.Audit;

/// <param name="When">When it was signed, by the clock of the machine that signed.</param>
/// <param name="Key">Fingerprint of the public key: SHA-256, hexadecimal.</param>
/// <param name="Holds">Whether the log still has everything as it was signed.</param>
/// <param name="Chains">What was signed.</param>
sealed record CheckpointAnswer(string When, string Key, bool Holds, IReadOnlyList<ChainHead> Chains)
{
    public static CheckpointAnswer Of(SignedCheckpoint signed, bool held) =>
        new(signed.Checkpoint.When.ToString(), signed.KeyFingerprint, held, signed.Checkpoint.Chains);
}
