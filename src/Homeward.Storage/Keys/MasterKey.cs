using System.Security.Cryptography;
using System.Text;
using Homeward.Storage.Genes;

namespace Homeward.Storage.Keys;

/// <summary>The key that seals the secrets of a server: the keys of its cookies and of its users' second factors. One
/// file, for its owner alone, in the folder of keys: outside every backup that holds a database.</summary>
public sealed class MasterKey : IDisposable
{
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    readonly SecretKey _key;

    MasterKey(SecretKey key) => _key = key;

    /// <summary>The key in this file, made at the first use.</summary>
    /// <exception cref="InvalidDataException">The file is no key, or others than its owner can read it.</exception>
    public static MasterKey OpenOrCreate(string path) => new(File.Exists(path) ? Read(path) : Make(path));

    /// <param name="text">What is to be hidden.</param>
    /// <param name="place">What it is; it opens as nothing else.</param>
    public byte[] Seal(ReadOnlySpan<byte> text, string place) => _key.Seal(text, Encoding.UTF8.GetBytes(place));

    /// <exception cref="CryptographicException">Another key sealed it, or it was changed,
    /// or it is something else.</exception>
    public byte[] Open(ReadOnlySpan<byte> box, string place) => _key.Open(box, Encoding.UTF8.GetBytes(place));

    /// <summary>Null where <see cref="Open"/> throws.</summary>
    public byte[]? TryOpen(ReadOnlySpan<byte> box, string place)
    {
        try
        {
            return Open(box, place);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Dispose() => _key.Dispose();

    static SecretKey Make(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        var key = SecretKey.New();
        using var file = new FileStream(path, options);
        using (var writer = new StreamWriter(file, leaveOpen: true)) writer.WriteLine(key.ToHex());
        file.Flush(flushToDisk: true);
        return key;
    }

    static SecretKey Read(string path)
    {
        var name = Path.GetFileName(path);
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnerOnly) != 0)
            throw new InvalidDataException($"{name} can be read by others than its owner; set its mode to 600.");
        var text = File.ReadAllText(path).Trim();
        return text.Length == 2 * SecretKey.Bytes && text.All(char.IsAsciiHexDigit)
            ? new(Convert.FromHexString(text)) : throw new InvalidDataException($"{name} holds no key.");
    }
}
