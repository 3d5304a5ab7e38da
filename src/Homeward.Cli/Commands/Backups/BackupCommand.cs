using System.CommandLine;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Storage.Sqlite;
using Spectre.Console;

namespace Homeward.Cli.Commands.Backups;

/// <summary><c>homeward backup</c>: one state of an installation in two new folders, keys apart from what they open.
/// </summary>
/// <remarks>The order matters, since no instant holds all databases still. A case names its entry of the log, and the
/// entry was written first: cases are copied before the log. A profile's key was written before the profile: genes are
/// copied before keys. What the case side has fetched from the genes it can fetch again: cases before genes.</remarks>
static class BackupCommand
{
    public const string Examples = "homeward backup /backups/monday --keys /vault/monday";

    sealed record Answer(string Backup, string Keys, DateTimeOffset MadeAt, int Files, long Bytes);

    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "New folder for the databases" };
        var keys = new Option<string>("--keys")
        {
            Description = "New folder for the keys: on another medium, kept for 35 days at most",
            HelpName = "FOLDER",
            Required = true,
        };
        var data = DataFolder.Option();
        var command = new Command("backup", "Copy an installation while it is in use, keys apart: docs/guide/backup.md")
        {
            folder, keys, data, CommonOptions.Json(),
        };
        command.SetAction((parse, cancel) => RunAsync(
            Terminal.Of(parse), new(parse.GetValue(data)!), parse.GetValue(folder)!, parse.GetValue(keys)!, cancel));
        return command;
    }

    static async Task<int> RunAsync(
        Terminal terminal, DataFolder from, string to, string keysTo, CancellationToken cancel)
    {
        var refusals = new Refusals(terminal);
        if (from.Installation?.Postgres is not null)
            refusals.Add(
                from.Path, "", "keeps its cases in PostgreSQL; back that up with its own tools: docs/guide/backup.md");
        else if (!File.Exists(from.Audit)) refusals.Add(from.Path, "", "holds no installation");
        foreach (var folder in new[] { to, keysTo })
            if (OutputFolder.Refusal(folder, [], force: false) is { } refusal) refusals.Add(folder, "", refusal);
        if (IsWithin(to, keysTo) || IsWithin(keysTo, to))
            refusals.Add(keysTo, "", "must not be within the other folder: together they open each other");
        if (refusals.Any) return refusals.Refuse();

        var madeAt = TimeProvider.System.GetUtcNow();
        BackupPart.Entry[] files = [];
        await terminal.Work.Run(
            "Copying",
            (_, _) =>
            {
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
            },
            cancel);
        var answer = new Answer(to, keysTo, madeAt, files.Length, files.Sum(it => it.Bytes));
        return terminal.Answer(answer, console => console.WriteLine(
            $"{answer.Files:N0} files, {answer.Bytes / 1e6:N1} MB: databases in {to}, keys in {keysTo}. Try them: "
            + $"homeward restore {to} --keys {keysTo} --data FOLDER --verify"));
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
