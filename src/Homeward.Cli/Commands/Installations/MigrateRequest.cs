using Homeward.Cli.Inputs;
using Homeward.Storage;
using Homeward.Storage.Postgres;

namespace Homeward.Cli.Commands.Installations;

/// <summary>Which installation is to be brought to this version, and what keeps it safe meanwhile.</summary>
sealed record MigrateRequest
{
    public required DataFolder Folder { get; init; }

    /// <summary>Only to say what there is to do.</summary>
    public required bool IsPlan { get; init; }

    public required InstallationFile.PostgresPart? Postgres { get; init; }

    /// <summary>The connection of the database's owner.</summary>
    public required string? Owner { get; init; }

    /// <summary>Where the copies go.</summary>
    public required (string To, string Keys)? Backup { get; init; }

    /// <summary>Somebody says that he has made one.</summary>
    public required bool IsBackedUp { get; init; }

    /// <summary>As who may change it.</summary>
    public CaseLocation Cases => Postgres is { } it
        ? new PostgresCases(Owner!, it.Application) : Folder.CaseLocation;
}
