using System.CommandLine;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Storage.Genes;
using Spectre.Console;

namespace Homeward.Cli.Commands.Genes;

/// <summary><c>homeward genes init</c>: empty gene databases, and the key of the first epoch.</summary>
static class InitCommand
{
    /// <param name="Data">The folder.</param>
    /// <param name="Made">What was made in it.</param>
    sealed record Answer(string Data, IReadOnlyList<string> Made);

    public static Command Create()
    {
        var data = DataFolder.Option();
        var command = new Command("init", "Make an empty gene database, its key store and the first key")
        {
            data, CommonOptions.Json(),
        };
        command.SetAction(parse => Run(Terminal.Of(parse), new DataFolder(parse.GetValue(data)!)));
        return command;
    }

    static int Run(Terminal terminal, DataFolder folder)
    {
        if (File.Exists(folder.Genes) || File.Exists(folder.GeneKeys))
            return terminal.Refuse(folder.Path, "holds a gene database or a key store already; nothing is changed");
        Directory.CreateDirectory(folder.Path);
        var made = new List<string> { folder.Genes, folder.GeneKeys };
        if (!File.Exists(folder.Audit))
        {
            folder.AuditDatabase.Create();
            made.Add(folder.Audit);
        }
        GeneDatabase.Create(folder.GeneLocation, folder.EpochKeys, TimeProvider.System);
        var answer = new Answer(folder.Path, [.. made.Select(Path.GetFileName).OfType<string>(), "keys"]);
        return terminal.Answer(answer, console => console.WriteLine(
            $"Made {string.Join(", ", answer.Made)} in {answer.Data}. Keep the folder keys out of every backup that "
            + "holds a database."));
    }
}
