using System.CommandLine;
using Homeward.Cases.Audit;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Storage;
using Homeward.Storage.Audit;
using Homeward.Storage.Genes;
using Homeward.Storage.Sqlite;
using Spectre.Console;

namespace Homeward.Cli.Commands.Backups;

/// <summary><c>homeward restore</c>: an installation from its two folders, with what was erased erased again.</summary>
static class RestoreCommand
{
    public const string Examples =
        "homeward restore /backups/monday --keys /vault/monday --data homeward-restored --verify\n"
        + "homeward restore /backups/monday --keys /vault/friday --data homeward-restored --log rescued/audit.db";

    /// <param name="Data">The folder that was made.</param>
    /// <param name="BackupMadeAt">As far as the databases reach.</param>
    /// <param name="Files">How many; the checksum of each was compared.</param>
    /// <param name="Erased">Donors whose genes are erased, by any log or key store at hand.</param>
    /// <param name="Verified">Null when it was not asked for.</param>
    sealed record Answer(
        string Data, DateTimeOffset BackupMadeAt, int Files, int Erased, RestoreVerification? Verified);

    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "Folder of the databases" };
        var keys = new Option<string>("--keys")
        {
            Description = "Folder of the keys: the newest one, of this backup or a later one",
            HelpName = "FOLDER",
            Required = true,
        };
        var data = DataFolder.Option();
        var logs = new Option<string[]>("--log")
        {
            Description = "A later audit.db that is still there: whoever was erased by it stays erased",
            HelpName = "FILE",
            DefaultValueFactory = _ => [],
        };
        var verify = new Option<bool>("--verify")
        {
            Description = "Check every page, the whole log, the rules, and that every profile and photo opens",
        };
        var command = new Command("restore", "Bring a backup back into a new folder: docs/guide/backup.md")
        {
            folder, keys, data, logs, verify, CommonOptions.Json(),
        };
        command.SetAction((parse, cancel) => RunAsync(
            Terminal.Of(parse),
            (parse.GetValue(folder)!, parse.GetValue(keys)!, new DataFolder(parse.GetValue(data)!)),
            parse.GetValue(logs)!, parse.GetValue(verify), cancel));
        return command;
    }

    static async Task<int> RunAsync(
        Terminal terminal, (string Databases, string Keys, DataFolder To) places, string[] logs, bool verify,
        CancellationToken cancel)
    {
        var refusals = new Refusals(terminal);
        if (OutputFolder.Refusal(places.To.Path, [], force: false) is { } refusal)
            refusals.Add(places.To.Path, "", refusal);
        foreach (var log in logs.Where(it => !File.Exists(it))) refusals.Add(log, "", "is not there");
        var databases = refusals.Take(places.Databases, BackupPart.Read(places.Databases, holdsKeys: false));
        var keys = refusals.Take(places.Keys, BackupPart.Read(places.Keys, holdsKeys: true));
        if (keys?.MadeAt < databases?.MadeAt)
            refusals.Add(places.Keys, "", "is older than the databases: it lacks the keys of what came between");
        if (refusals.Any) return refusals.Refuse();

        try
        {
            var erased = await terminal.Work.RunAsync(
                "Restoring",
                () => OutputFolder.FillAsync(places.To.Path, partial => PutAsync(places, new(partial), logs, cancel)),
                cancel);
            var verified = verify ? await terminal.Work.RunAsync(
                "Verifying", () => RestoreVerification.RunAsync(places.To, cancel), cancel) : null;
            var files = databases!.Files.Count + keys!.Files.Count;
            var answer = new Answer(places.To.Path, databases.MadeAt, files, erased, verified);
            terminal.Answer(answer, console => Draw(console, answer));
            return verified is { Faults.Count: > 0 } ? ExitCode.Refused : ExitCode.Done;
        }
        catch (ChangedSchemaException e)
        {
            foreach (var name in e.Objects)
                refusals.Add(places.Databases, name, "is not as this version makes it; nothing was restored");
            return refusals.Refuse();
        }
    }

    /// <returns>How many donors are erased.</returns>
    static async Task<int> PutAsync(
        (string Databases, string Keys, DataFolder To) places, DataFolder folder, string[] logs,
        CancellationToken cancel)
    {
        foreach (var part in new[] { places.Databases, places.Keys })
        {
            BackupCopy.CopyFiles(part, folder.Path);
            File.Delete(Path.Combine(folder.Path, BackupPart.FileName));
        }
        foreach (var database in new[] { folder.Cases, folder.Audit, folder.Genes, folder.Accounts, folder.GeneKeys })
            if (File.Exists(database)) SqliteCopy.Revive(database);
        if (!File.Exists(folder.Genes)) return 0;
        // Before anything else can open it: an older copy may hold the genes, or the keys, of people erased since.
        await using var log = AuditLog.Open(folder.AuditDatabase, AuditNode.Alone, TimeProvider.System);
        var genes = GeneDatabase.Open(folder.GeneLocation, folder.EpochKeys, log, TimeProvider.System);
        var inLogs = logs.Append(folder.Audit).SelectMany(it => ErasuresInLog.Of(new SqliteAuditDatabase(it)));
        return await new DonorErasure(genes).ReapplyAsync(inLogs, cancel);
    }

    static void Draw(IAnsiConsole console, Answer it)
    {
        console.WriteLine(
            $"Restored {it.Files:N0} files into {it.Data}, as of {it.BackupMadeAt:yyyy-MM-dd HH:mm:ss} UTC. Every "
            + "checksum was right.");
        if (it.Erased > 0) console.WriteLine($"{it.Erased:N0} donors were erased and stay so.");
        if (it.Verified is not { } verified) return;
        foreach (var fault in verified.Faults) console.WriteLine("WRONG: " + fault);
        if (verified.Faults.Count == 0)
            console.WriteLine(
                $"Verified: {verified.Entries:N0} entries of the log, {verified.Profiles:N0} profiles, "
                + $"{verified.Photos:N0} photos, all pages and rules.");
    }
}
