using System.CommandLine;

namespace Homeward.Cli.Commands.Indexes;

/// <summary>
/// <c>homeward index</c>: a saved index of children and families, searched without reading them again.
/// </summary>
static class IndexCommand
{
    public const string Examples =
        "homeward index build national --children children --families families.csv --profiles references.csv"
        + " --population china-han\n"
        + "homeward index add national --children tonight.txt\n"
        + "homeward index remove national --samples C17 F3-mother\n"
        + "homeward index verify national\n"
        + "homeward search --index national";

    public static Command Create() => new(
        "index", "Keep children and compiled families in a folder, to be searched again and again. For simulated data, "
            + "or where no case database is used")
    {
        IndexBuildCommand.Create(), IndexAddCommand.Create(), IndexRemoveCommand.Create(), IndexVerifyCommand.Create(),
    };
}
