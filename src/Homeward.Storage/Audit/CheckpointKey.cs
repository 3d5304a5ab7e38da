using System.Security.Cryptography;

namespace Homeward.Storage.Audit;

/// <summary>The key that signs checkpoints: one file, readable by its owner alone.</summary>
/// <remarks>Whoever has the machine has the key. What protects against him is a checkpoint kept elsewhere; the
/// signature tells the keeper that it came from this installation, and others that the keeper did not make it up.
/// </remarks>
public static class CheckpointKey
{
    /// <summary>The key in this file, made at the first use.</summary>
    public static ECDsa OpenOrCreate(string path)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        try
        {
            if (File.Exists(path)) key.ImportFromPem(File.ReadAllText(path));
            else Save(path, key.ExportPkcs8PrivateKeyPem());
            return key;
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    static void Save(string path, string pem)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var file = new FileStream(path, options);
        using (var writer = new StreamWriter(file, leaveOpen: true)) writer.WriteLine(pem);
        file.Flush(flushToDisk: true);
    }
}
