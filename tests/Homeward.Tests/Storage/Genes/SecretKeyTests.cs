using System.Security.Cryptography;
using System.Text;
using Homeward.Storage.Genes;
using Homeward.Tests.Cli;

namespace Homeward.Tests.Storage.Genes;

public sealed class SecretKeyTests
{
    static readonly byte[] Text = Encoding.ASCII.GetBytes("what is hidden");
    static readonly byte[] Here = [1];

    [Fact]
    public void A_sealed_text_opens_with_its_key_at_its_place_unchanged_and_not_otherwise()
    {
        using var key = SecretKey.New();
        using var other = SecretKey.New();
        var box = key.Seal(Text, Here);
        var changed = box.ToArray();
        changed[^1] ^= 1;

        Assert.Equal(Text, key.Open(box, Here));
        Assert.Equal(-1, box.AsSpan().IndexOf(Text));
        Assert.Equal(SecretKey.Overhead + Text.Length, box.Length);
        Assert.ThrowsAny<CryptographicException>(() => other.Open(box, Here));
        Assert.ThrowsAny<CryptographicException>(() => key.Open(box, [2]));
        Assert.ThrowsAny<CryptographicException>(() => key.Open(changed, Here));
        Assert.ThrowsAny<CryptographicException>(() => key.Open(box.AsSpan(0, 20), Here));
    }

    [Fact]
    public void No_two_seals_of_one_text_are_alike_and_all_its_fingerprints_are()
    {
        using var key = SecretKey.New();
        using var other = SecretKey.New();

        Assert.NotEqual(key.Seal(Text, Here), key.Seal(Text, Here));
        Assert.Equal(key.FingerprintOf(Text), key.FingerprintOf(Text));
        Assert.NotEqual(key.FingerprintOf(Text), other.FingerprintOf(Text));
        Assert.NotEqual(key.FingerprintOf(Text), key.FingerprintOf(Here));
    }

    [Fact]
    public void A_fingerprint_is_an_hmac_under_a_key_made_from_the_key()
    {
        // Computed with OpenSSL 3: K = HMAC-SHA256(32 zero bytes, "homeward fingerprint"), then HMAC-SHA256(K, "abc").
        using var key = new SecretKey(new byte[SecretKey.Bytes]);

        Assert.Equal(
            "ff40d425f40cd65d664e9cad097b28e956b9f7e720cdf933c906515929c114c1",
            Convert.ToHexStringLower(key.FingerprintOf("abc"u8)));
    }

    [Fact]
    public void A_key_file_is_its_owners_alone_and_is_refused_when_it_is_not()
    {
        using var folder = new TemporaryFolder();
        var keys = new EpochKeys(folder["keys"]);
        using var made = keys.Make(1);
        var path = Path.Combine(folder["keys"], "genes-epoch-1.key");

        using (var read = keys.Read(1)) Assert.Equal(made.ToHex(), read.ToHex());
        Assert.Throws<IOException>(() => keys.Make(1));
        if (OperatingSystem.IsWindows()) return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.GroupRead);
        Assert.Throws<InvalidDataException>(() => keys.Read(1));
    }

    [Fact]
    public void A_file_that_is_no_key_is_refused()
    {
        using var folder = new TemporaryFolder();
        var keys = new EpochKeys(folder.Path);
        keys.Make(1).Dispose();
        File.WriteAllText(folder["genes-epoch-1.key"], "not a key");

        Assert.Throws<InvalidDataException>(() => keys.Read(1));
    }
}
