using System.Globalization;

namespace Homeward.Storage.Genes;

/// <summary>The keys that wrap the donors' data keys, one an epoch: files of one folder, for their owner
/// alone.</summary>
/// <remarks>An epoch ends when somebody's genes were erased; its file is removed, and with it the use of every copy
/// of the key store that was made before.</remarks>
public sealed class EpochKeys(string folder)
{
    const string Prefix = "genes-epoch-";
    const string Suffix = ".key";
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Whether the key of a store's present epoch is here.</summary>
    public bool Fit(GeneLocation location) => File.Exists(PathOf(DonorKeys.PresentOf(location)));

    /// <summary>Draws the key of a new epoch. On the disk when this returns.</summary>
    internal SecretKey Make(int epoch)
    {
        Directory.CreateDirectory(folder);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        var key = SecretKey.New();
        using var file = new FileStream(PathOf(epoch), options);
        using (var writer = new StreamWriter(file, leaveOpen: true)) writer.WriteLine(key.ToHex());
        file.Flush(flushToDisk: true);
        return key;
    }

    /// <exception cref="InvalidDataException">The file is no key, or others than its owner can read it.</exception>
    internal SecretKey Read(int epoch)
    {
        var path = PathOf(epoch);
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnerOnly) != 0)
            throw new InvalidDataException(
                $"The key file of epoch {epoch} can be read by others than its owner; set its mode to 600.");
        var text = File.ReadAllText(path).Trim();
        var isKey = text.Length == 2 * SecretKey.Bytes && text.All(char.IsAsciiHexDigit);
        return isKey
            ? new(Convert.FromHexString(text))
            : throw new InvalidDataException($"The key file of epoch {epoch} holds no key.");
    }

    internal void Remove(int epoch) => File.Delete(PathOf(epoch));

    /// <summary>Removes the files of all epochs before this one.</summary>
    internal void RemoveBefore(int epoch)
    {
        foreach (var path in Directory.GetFiles(folder, Prefix + "*" + Suffix))
        {
            var number = Path.GetFileName(path)[Prefix.Length..^Suffix.Length];
            if (int.TryParse(number, CultureInfo.InvariantCulture, out var ended) && ended < epoch) File.Delete(path);
        }
    }

    string PathOf(int epoch) =>
        Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{epoch}{Suffix}"));
}
