using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Storage.Sqlite;

namespace Homeward.Cli.Commands.Backups;

/// <summary>One state of an installation in two new folders, keys apart from what they open.</summary>
/// <remarks>The order matters, since no instant holds all databases still. A case names its entry of the log, and the
/// entry was written first: cases are copied before the log. A profile's key was written before the profile: genes are
/// copied before keys. What the case side has fetched from the genes it can fetch again: cases before genes.</remarks>
static class BackupCopy
{
    /// <summary>Says why the two folders cannot be made.</summary>
    public static void Check(string to, string keysTo, Refusals refusals)
    {
        foreach (var folder in new[] { to, keysTo })
            if (OutputFolder.Refusal(folder, [], force: false) is { } refusal) refusals.Add(folder, "", refusal);
        if (IsWithin(to, keysTo) || IsWithin(keysTo, to))
            refusals.Add(keysTo, "", "must not be within the other folder: together they open each other");
    }

    /// <returns>Every file of both.</returns>
    public static IReadOnlyList<BackupPart.Entry> Write(
        DataFolder from, string to, string keysTo, DateTimeOffset madeAt)
    {
        BackupPart.Entry[] files = [];
        OutputFolder.Fill(to, partial =>
        {
            CopyDatabases(from, new(partial));
            files = [.. BackupPart.Write(partial, madeAt, holdsKeys: false).Files];
        });
        OutputFolder.Fill(keysTo, partial =>
        {
            CopyKeys(from, new(partial));
            files = [.. files, .. BackupPart.Write(partial, madeAt, holdsKeys: true).Files];
        });
        return files;
    }

    static void CopyDatabases(DataFolder from, DataFolder to)
    {
        Copy(from.Cases, to.Cases);
        Copy(from.Genes, to.Genes);
        Copy(from.Accounts, to.Accounts);
        foreach (var folder in new[] { from.Study, from.Bulletins })
            CopyFiles(folder, Path.Combine(to.Path, Path.GetFileName(folder)));
        foreach (var path in new[] { from.InstallationPath, from.DemoUsers }.Where(File.Exists))
            File.Copy(path, Path.Combine(to.Path, Path.GetFileName(path)));
        Copy(from.Audit, to.Audit);
    }

    static void CopyKeys(DataFolder from, DataFolder to)
    {
        // A new epoch may begin between the two: then the files hold one that the copied store does not know yet, and
        // the one it knows is gone. The store is copied again until both fit.
        for (var attempt = 1; ; attempt++)
        {
            Copy(from.GeneKeys, to.GeneKeys);
            CopyFiles(Path.Combine(from.Path, "keys"), Path.Combine(to.Path, "keys"));
            if (!File.Exists(to.GeneKeys) || to.EpochKeys.Fit(to.GeneLocation) || attempt == 5) return;
            File.Delete(to.GeneKeys);
            Directory.Delete(Path.Combine(to.Path, "keys"), recursive: true);
        }
    }

    static void Copy(string from, string to)
    {
        if (File.Exists(from)) SqliteCopy.Write(from, to);
    }

    /// <summary>With their modes: a key file is for its owner alone.</summary>
    internal static void CopyFiles(string from, string to)
    {
        if (!Directory.Exists(from)) return;
        Directory.CreateDirectory(to);
        foreach (var path in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target);
        }
    }

    static bool IsWithin(string inner, string outer) =>
        (Path.GetFullPath(inner) + "/").StartsWith(Path.GetFullPath(outer) + "/", StringComparison.Ordinal);
}
