using System.CommandLine;
using System.Data.Common;
using Homeward.Cli.Commands.Backups;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Storage;
using Homeward.Storage.Genes;
using Homeward.Storage.Sqlite;
using Spectre.Console;

namespace Homeward.Cli.Commands.Installations;

/// <summary><c>homeward migrate</c>: brings an installation that an older version made to this one.</summary>
/// <remarks>The copy is made and looked at first, then all is changed in one transaction, at the end of which tables
/// and rules are found to be as this version makes them. Whatever ends it before leaves the installation as it was.
/// </remarks>
static class MigrateCommand
{
    public const string Examples =
        "homeward migrate --plan\n"
        + "homeward migrate --backup /backups/before --keys /vault/before\n"
        + "homeward migrate --postgres-owner \"Host=db;Database=homeward;Username=owner\" --backed-up";

    /// <param name="Data">The folder.</param>
    /// <param name="Database"><c>sqlite</c> or <c>postgres</c>.</param>
    /// <param name="Changes">Changes of tables that lead to this version, in order.</param>
    /// <param name="Rules">Rules that this version makes otherwise, when no table changes.</param>
    /// <param name="IsOfThisVersion">Now, with every rule.</param>
    /// <param name="Backup">Where the databases were copied; null when nothing was changed, or not by this command.
    /// </param>
    /// <param name="Keys">Where the keys were.</param>
    sealed record Answer(
        string Data, string Database, IReadOnlyList<string> Changes, IReadOnlyList<string> Rules, bool IsOfThisVersion,
        string? Backup, string? Keys);

    public static Command Create() => Create(it => it.Cases);

    /// <param name="cases">The cases to who may change them.</param>
    internal static Command Create(Func<MigrateRequest, CaseLocation> cases)
    {
        var data = DataFolder.Option();
        var command = new Command(
            "migrate", "Bring an installation of an older version to this one, after a backup: docs/guide/backup.md")
        {
            data,
        };
        var options = new MigrateOptions(command);
        command.Add(CommonOptions.Json());
        command.SetAction(async (parse, cancel) =>
        {
            var terminal = Terminal.Of(parse);
            var refusals = new Refusals(terminal);
            var folder = new DataFolder(parse.GetValue(data)!);
            if (!folder.HasCases) refusals.Add(folder.Path, "", "holds no installation with cases");
            var request = options.Read(parse, folder, refusals);
            return refusals.Any ? refusals.Refuse() : await RunAsync(terminal, request, cases(request), cancel);
        });
        return command;
    }

    static async Task<int> RunAsync(
        Terminal terminal, MigrateRequest request, CaseLocation cases, CancellationToken cancel)
    {
        var refusals = new Refusals(terminal);
        try
        {
            var plan = await CaseDatabase.PlanAsync(cases, cancel);
            var answer = new Answer(
                request.Folder.Path, request.Postgres is null ? "sqlite" : "postgres", plan.Changes, plan.Rules,
                plan.IsOfThisVersion, Backup: null, Keys: null);
            var isToChange = !plan.IsOfThisVersion && !request.IsPlan;
            if (isToChange && request is { Backup: null, IsBackedUp: false })
            {
                if (!terminal.Json) Draw(terminal.Error, answer);
                refusals.Add(request.Folder.Path, "", "nothing is changed without a backup: " + (
                    request.Postgres is null ? "give --backup and --keys, two new folders"
                    : "make one with PostgreSQL's tools, try it, and say --backed-up"));
            }
            else if (isToChange && await CaseDatabase.IsInUseAsync(cases, cancel))
                refusals.Add(
                    request.Folder.Path, "", "somebody has it open; stop homeward serve and every other command first");
            LookAtTheOthers(request.Folder, refusals);
            if (refusals.Any) return refusals.Refuse();
            if (isToChange)
            {
                await terminal.Work.RunAsync("Migrating", () => MigrateAsync(request, cases, cancel), cancel);
                answer = answer with
                {
                    IsOfThisVersion = true,
                    Backup = request.Backup?.To,
                    Keys = request.Backup?.Keys,
                };
            }
            return terminal.Answer(answer, it => Draw(it, answer));
        }
        catch (ChangedSchemaException e)
        {
            foreach (var name in e.Objects)
                refusals.Add(
                    request.Folder.Path, name,
                    "was changed by somebody else; nothing was migrated, so that it is not covered up");
            return refusals.Refuse();
        }
        catch (DbException e)
        {
            return terminal.Refuse(request.Folder.Path, "nothing was migrated: " + e.Message);
        }
    }

    /// <summary>Log and genes have had one form until now: what is otherwise was changed by somebody.</summary>
    static void LookAtTheOthers(DataFolder folder, Refusals refusals)
    {
        const string otherwise = "is not as this version makes it, and no step leads from it";
        foreach (var name in folder.AuditDatabase.Faults())
            refusals.Add(folder.Path, "audit log, " + name, otherwise);
        if (!File.Exists(folder.Genes)) return;
        foreach (var name in GeneDatabase.Faults(folder.GeneLocation))
            refusals.Add(folder.Path, "genes, " + name, otherwise);
    }

    static async Task<bool> MigrateAsync(MigrateRequest request, CaseLocation cases, CancellationToken cancel)
    {
        if (request.Backup is { } backup)
        {
            BackupCopy.Write(request.Folder, backup.To, backup.Keys, TimeProvider.System.GetUtcNow());
            var faults = SqliteCopy.Faults(new DataFolder(backup.To).Cases);
            if (faults.Count > 0) throw new InvalidDataException($"{backup.To}: the copy is damaged: {faults[0]}");
        }
        await CaseDatabase.MigrateAsync(cases, cancel);
        return true;
    }

    static void Draw(IAnsiConsole console, Answer it)
    {
        foreach (var change in it.Changes) console.WriteLine($"change of tables  {change}");
        foreach (var rule in it.Rules) console.WriteLine($"made anew         {rule}");
        if (it.Changes.Count > 0) console.WriteLine("made anew         every rule");
        console.WriteLine(
            !it.IsOfThisVersion ? $"{it.Data} is of an older version: this is what leads to the present one."
            : it.Changes.Count + it.Rules.Count == 0 ? $"{it.Data} is of this version: nothing to do."
            : $"{it.Data} is of this version now; tables and rules were compared with what it makes.");
        if (it.Backup is not null)
            console.WriteLine(
                $"As it was: databases in {it.Backup}, keys in {it.Keys}. With the older version, homeward restore "
                + "brings it back.");
    }
}
