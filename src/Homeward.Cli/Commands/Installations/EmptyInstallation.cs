using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Storage.Audit;
using Homeward.Storage.Genes;
using Microsoft.Data.Sqlite;

namespace Homeward.Cli.Commands.Installations;

/// <summary>The databases and keys of an installation in which nobody is yet: the pages set it up. The command line
/// may act as nobody in it.</summary>
static class EmptyInstallation
{
    /// <summary>The folder exists whole or not at all.</summary>
    public static Task MakeAsync(DataFolder folder, TimeProvider clock, CancellationToken cancel) =>
        OutputFolder.FillAsync(folder.Path, async partial =>
        {
            var made = new DataFolder(partial);
            await OpenCases.CreateAsync(made.CaseLocation, made.AuditDatabase, cancel);
            GeneDatabase.Create(made.GeneLocation, made.EpochKeys, clock);
            using (CheckpointKey.OpenOrCreate(made.CheckpointKey))
                new InstallationFile { Operators = [] }.Write(made.InstallationPath);
            SqliteConnection.ClearAllPools();
            return made;
        });
}
