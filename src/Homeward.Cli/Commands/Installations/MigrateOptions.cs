using System.CommandLine;
using Homeward.Cli.Commands.Backups;
using Homeward.Cli.Inputs;
using Npgsql;

namespace Homeward.Cli.Commands.Installations;

/// <summary>The options of <c>homeward migrate</c>.</summary>
sealed class MigrateOptions
{
    readonly Option<bool> _plan = new("--plan") { Description = "Say what there is to do, and change nothing" };

    readonly Option<string?> _backup = new("--backup")
    {
        Description = "New folder for a copy of the databases as they are, made first",
        HelpName = "FOLDER",
    };

    readonly Option<string?> _keys = new("--keys")
    {
        Description = "New folder for a copy of the keys, on another medium",
        HelpName = "FOLDER",
    };

    readonly Option<string?> _owner = new("--postgres-owner")
    {
        Description = "Connection string of the database's owner, when cases are in PostgreSQL; kept nowhere",
        HelpName = "CONNECTION",
    };

    readonly Option<bool> _isBackedUp = new("--backed-up")
    {
        Description = "With PostgreSQL: a backup was made with its own tools, and tried",
    };

    public MigrateOptions(Command command)
    {
        Option[] all = [_plan, _backup, _keys, _owner, _isBackedUp];
        foreach (var option in all) command.Add(option);
    }

    /// <summary>What is asked for; options that do not fit the installation are told.</summary>
    public MigrateRequest Read(ParseResult parse, DataFolder folder, Refusals refusals)
    {
        var postgres = folder.Installation?.Postgres;
        var asked = new MigrateRequest
        {
            Folder = folder,
            IsPlan = parse.GetValue(_plan),
            Postgres = postgres,
            Owner = parse.GetValue(_owner),
            Backup = (parse.GetValue(_backup), parse.GetValue(_keys)) is ({ } to, { } keys) ? (to, keys) : null,
            IsBackedUp = parse.GetValue(_isBackedUp),
        };
        if ((parse.GetValue(_backup) is null) != (parse.GetValue(_keys) is null))
            refusals.Add("--backup", "", "--backup and --keys are given together");
        if (postgres is null && (asked.Owner is not null || asked.IsBackedUp))
            refusals.Add("--postgres-owner", "", "is for cases in PostgreSQL; these are in files of the folder");
        if (postgres is not null && asked.Backup is not null)
            refusals.Add("--backup", "", "copies files; these cases are in PostgreSQL: docs/guide/backup.md");
        if (postgres is not null) CheckOwner(asked, postgres, refusals);
        if (asked.Backup is { } copy) BackupCopy.Check(copy.To, copy.Keys, refusals);
        return asked;
    }

    static void CheckOwner(MigrateRequest asked, InstallationFile.PostgresPart postgres, Refusals refusals)
    {
        try
        {
            if (asked.Owner is { } owner && new NpgsqlConnectionStringBuilder(owner).Username != postgres.Application)
                return;
            refusals.Add("--postgres-owner", "", "must be the connection of the database's owner: the role of the "
                + "application owns nothing and changes nothing");
        }
        catch (ArgumentException)
        {
            refusals.Add("--postgres-owner", "", "is no connection string, such as Host=…;Database=…;Username=…");
        }
    }
}
