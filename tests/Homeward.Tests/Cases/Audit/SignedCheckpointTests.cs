using System.Security.Cryptography;
using System.Text;
using Homeward.Cases.Audit;
using Homeward.Cases.Time;

namespace Homeward.Tests.Cases.Audit;

public sealed class SignedCheckpointTests
{
    static readonly Checkpoint Signed =
        new(new Instant(1_311_760_800_000_000), [new("alone", 7, new string('a', 64)), new("second", 1, "bb")]);

    [Fact]
    public void A_checkpoint_comes_back_from_its_file_with_its_key()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var signed = SignedCheckpoint.Sign(Signed, key);

        var back = SignedCheckpoint.Read(Encoding.UTF8.GetBytes(signed.ToText())).Value!;

        Assert.Equal(Signed.When, back.Checkpoint.When);
        Assert.Equal(Signed.Chains, back.Checkpoint.Chains);
        Assert.Equal(SignedCheckpoint.Fingerprint(key.ExportSubjectPublicKeyInfo()), back.KeyFingerprint);
    }

    /// <summary>Written out by hand: whoever keeps a checkpoint must be able to read it without us.</summary>
    [Fact]
    public void The_first_line_is_what_is_signed()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        Assert.Equal(
            """{"v":1,"when":"2011-07-27T10:00:00.000000Z","chains":[{"node":"alone","length":7,"head":"""
            + $"\"{new string('a', 64)}\"" + """},{"node":"second","length":1,"head":"bb"}]}""",
            SignedCheckpoint.Sign(Signed, key).ToText().Split('\n')[0]);
    }

    [Theory]
    [InlineData("\"length\":7", "\"length\":6",
        "line 3: the signature does not hold: the checkpoint was changed, or is not of this key")]
    [InlineData("\"v\":1", "\"v\":2", "line 1: is of another version of checkpoints")]
    [InlineData("\"chains\":[", "\"chains\":{", "line 1: is no checkpoint")]
    [InlineData("\n", "", "is no checkpoint: it has not three lines")]
    public void A_changed_checkpoint_is_refused(string old, string replacement, string problem)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var changed = SignedCheckpoint.Sign(Signed, key).ToText().Replace(old, replacement);

        var problems = SignedCheckpoint.Read(Encoding.UTF8.GetBytes(changed)).Problems;

        Assert.Equal(problem, Assert.Single(problems).ToString());
    }

    [Fact]
    public void The_signature_of_another_key_is_refused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var lines = SignedCheckpoint.Sign(Signed, key).ToText().Split('\n');
        lines[1] = Convert.ToBase64String(other.ExportSubjectPublicKeyInfo());

        Assert.False(SignedCheckpoint.Read(Encoding.UTF8.GetBytes(string.Join('\n', lines))).IsValid);
    }
}
