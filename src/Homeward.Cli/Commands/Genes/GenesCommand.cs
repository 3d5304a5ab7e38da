using System.CommandLine;

namespace Homeward.Cli.Commands.Genes;

static class GenesCommand
{
    public const string Examples =
        "homeward genes init --data homeward-data\n"
        + "homeward genes import --children children.txt --families families.csv --profiles references.csv"
        + " --numbers numbers.csv\n"
        + "homeward genes search --population china-han\n"
        + "homeward genes status --json\n"
        + "homeward genes erase 7K3M9-QX4T2-C --yes";

    public static Command Create() =>
        new("genes", "Keep profiles sealed and without names, and search all of them: docs/guide/genes.md")
        {
            InitCommand.Create(), ImportCommand.Create(), GeneSearchCommand.Create(), StatusCommand.Create(),
            EraseCommand.Create(), LaboratoryCommand.Create(),
        };
}
