using System.CommandLine;
using System.Globalization;
using Homeward.Cli.Commands.Lr;
using Homeward.Cli.Output;
using Homeward.Exchange.LrCases;
using Spectre.Console;

namespace Homeward.Cli.Commands.Mutation;

static class MutationCommand
{
    public const string Examples = "homeward mutation model.json\nhomeward mutation model.json --json";

    public static Command Create()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "Alleles, frequencies and a mutation model, or a list of such: docs/guide/lr-case.md",
        };
        var command = new Command("mutation", "Print the matrix of a mutation model, to compare with another program's")
        {
            file, CommonOptions.Json(),
        };
        command.SetAction((parse, cancel) => Run(Terminal.Of(parse), parse.GetValue(file)!, cancel));
        return command;
    }

    static async Task<int> Run(Terminal terminal, string path, CancellationToken cancel)
    {
        if (await CaseFiles.Read(terminal, path, cancel) is not { } bytes) return ExitCode.Refused;
        var parsed = MutationSpecFile.Read(bytes);
        terminal.Warn(path, parsed.Warnings);
        if (!parsed.IsValid) return terminal.Refuse(path, parsed.Problems);
        var matrices = parsed.Value.Matrices;
        return terminal.Answer(parsed.Value.IsList ? matrices : matrices[0], console => Draw(console, matrices));
    }

    static void Draw(IAnsiConsole console, IReadOnlyList<NamedMatrix> matrices)
    {
        foreach (var it in matrices)
        {
            var table = Tables.Of(["from \\ to", .. it.Alleles.Select(allele => ">" + allele)]);
            for (var i = 0; i < it.Alleles.Count; i++)
            {
                var cells = it.Matrix[i].Select(cell => cell.ToString("G8", CultureInfo.InvariantCulture));
                table.Add([it.Alleles[i], .. cells]);
            }
            console.Write(table);
        }
    }
}
