using System.CommandLine;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Spectre.Console;

namespace Homeward.Cli.Commands.Backups;

/// <summary><c>homeward backup</c>: one state of an installation in two new folders, keys apart from what they open.
/// </summary>
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
        BackupCopy.Check(to, keysTo, refusals);
        if (refusals.Any) return refusals.Refuse();

        var madeAt = TimeProvider.System.GetUtcNow();
        var files = await terminal.Work.Run(
            "Copying", (_, _) => BackupCopy.Write(from, to, keysTo, madeAt), cancel);
        var answer = new Answer(to, keysTo, madeAt, files.Count, files.Sum(it => it.Bytes));
        return terminal.Answer(answer, console => console.WriteLine(
            $"{answer.Files:N0} files, {answer.Bytes / 1e6:N1} MB: databases in {to}, keys in {keysTo}. Try them: "
            + $"homeward restore {to} --keys {keysTo} --data FOLDER --verify"));
    }
}
