using System.CommandLine;
using System.CommandLine.Help;
using Homeward.Cli.Commands.Assign;
using Homeward.Cli.Commands.Audit;
using Homeward.Cli.Commands.Backups;
using Homeward.Cli.Commands.Bench;
using Homeward.Cli.Commands.Candidates;
using Homeward.Cli.Commands.Families;
using Homeward.Cli.Commands.Figures;
using Homeward.Cli.Commands.Files;
using Homeward.Cli.Commands.Genes;
using Homeward.Cli.Commands.Indexes;
using Homeward.Cli.Commands.Lr;
using Homeward.Cli.Commands.Mutation;
using Homeward.Cli.Commands.Notices;
using Homeward.Cli.Commands.Reference;
using Homeward.Cli.Commands.Register;
using Homeward.Cli.Commands.Retention;
using Homeward.Cli.Commands.Samples;
using Homeward.Cli.Commands.Serve;
using Homeward.Cli.Commands.Studies;
using Homeward.Cli.Output;
using ImportCommand = Homeward.Cli.Commands.Imports.ImportCommand;
using InitCommand = Homeward.Cli.Commands.Installations.InitCommand;
using MigrateCommand = Homeward.Cli.Commands.Installations.MigrateCommand;
using StatusCommand = Homeward.Cli.Commands.Installations.StatusCommand;

namespace Homeward.Cli;

/// <summary>All commands of <c>homeward</c>, each with its examples.</summary>
static class RootOfCommands
{
    public static RootCommand Create()
    {
        var root = new RootCommand(
            "Homeward: kinship search that brings rescued children home. Genotype files in, ranked and explained "
            + "families out. Start with `homeward demo`.");
        var examples = new Dictionary<Command, string> { [root] = "homeward demo\nhomeward search --help" };
        foreach (var (command, example) in Commands())
        {
            root.Add(command);
            examples[command] = example;
        }
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!, examples);
        return root;
    }

    static IEnumerable<(Command Command, string Example)> Commands()
    {
        yield return (DemoCommand.Create(), DemoCommand.Examples);
        yield return (ServeCommand.Create(), ServeCommand.Examples);
        yield return (InitCommand.Create(), InitCommand.Examples);
        yield return (StatusCommand.Create(), StatusCommand.Examples);
        yield return (ImportCommand.Create(), ImportCommand.Examples);
        yield return (SampleCommand.Create(), SampleCommand.Examples);
        yield return (CandidatesCommand.Create(), CandidatesCommand.Examples);
        yield return (RetentionCommand.Create(), RetentionCommand.Examples);
        yield return (ErasePersonCommand.Create(), ErasePersonCommand.Examples);
        yield return (StatsCommand.Create(), StatsCommand.Examples);
        yield return (BulletinCommand.Create(), BulletinCommand.Examples);
        yield return (NoticeCommand.Create(), NoticeCommand.Examples);
        yield return (LabelCommand.Create(), LabelCommand.Examples);
        yield return (SearchCommand.Create(), SearchCommand.Examples);
        yield return (IndexCommand.Create(), IndexCommand.Examples);
        yield return (BenchCommand.Create(), BenchCommand.Examples);
        yield return (AssignCommand.Create(), AssignCommand.Examples);
        yield return (DuplicatesCommand.Create(), DuplicatesCommand.Examples);
        yield return (SiblingsCommand.Create(), SiblingsCommand.Examples);
        yield return (LrCommand.Create(), LrCommand.Examples);
        yield return (MutationCommand.Create(), MutationCommand.Examples);
        yield return (CheckCommand.Create(), CheckCommand.Examples);
        yield return (ErrorRatesCommand.Create(), ErrorRatesCommand.Examples);
        yield return (SimulateCommand.Create(), SimulateCommand.Examples);
        yield return (PopulationsCommand.Create(), PopulationsCommand.Examples);
        yield return (KitsCommand.Create(), KitsCommand.Examples);
        yield return (MarkersCommand.Create(), MarkersCommand.Examples);
        yield return (AuditCommand.Create(), AuditCommand.Examples);
        yield return (GenesCommand.Create(), GenesCommand.Examples);
        yield return (BackupCommand.Create(), BackupCommand.Examples);
        yield return (RestoreCommand.Create(), RestoreCommand.Examples);
        yield return (MigrateCommand.Create(), MigrateCommand.Examples);
    }
}
