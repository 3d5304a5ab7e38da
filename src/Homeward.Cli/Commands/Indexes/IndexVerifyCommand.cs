using System.CommandLine;
using Homeward.Cli.Files;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Search.Kernels;
using Homeward.Search.Tables;
using Spectre.Console;

namespace Homeward.Cli.Commands.Indexes;

/// <summary><c>homeward index verify</c>: every checksum, and whether everything fits together.</summary>
static class IndexVerifyCommand
{
    /// <param name="Folder">Where the index is.</param>
    /// <param name="Children">Children in it.</param>
    /// <param name="Families">Families in it.</param>
    /// <param name="Tables">What is wrong with the compiled tables; null when nothing is.</param>
    /// <param name="Repaired">Whether they were compiled again.</param>
    sealed record Answer(string Folder, int Children, int Families, string? Tables, bool Repaired);

    public static Command Create()
    {
        var folder = IndexInputs.Folder();
        var repair = new Option<bool>("--repair")
        {
            Description = "Compile the families again where tables are damaged",
        };
        var command = new Command("verify", "Check every checksum of an index")
        {
            folder, repair, CommonOptions.Json(),
        };
        command.SetAction((parse, cancel) =>
            Run(Terminal.Of(parse), parse.GetValue(folder)!, parse.GetValue(repair), cancel));
        return command;
    }

    static async Task<int> Run(Terminal terminal, string folder, bool repair, CancellationToken cancel)
    {
        var refusals = new Refusals(terminal);
        if (IndexInputs.Open(folder, refusals) is not { } opened) return refusals.Refuse();
        using var index = opened.Index;
        var fault = await terminal.Work.Run("Checking", (_, stop) => FaultOf(index, stop), cancel);
        if (fault is not null && !repair)
            return terminal.Refuse(folder, $"the compiled tables: {fault}; --repair compiles the families again");
        if (fault is not null) await Repair(terminal, index, cancel);
        var answer = new Answer(folder, index.Children.ProfileCount, index.Families.Count, fault, fault is not null);
        return terminal.Answer(answer, console => console.WriteLine(
            $"{folder}: {answer.Children:N0} children and {answer.Families:N0} families, "
            + (fault is null ? "all as it was written." : "the tables were damaged and have been compiled again.")));
    }

    /// <summary>What is wrong with the compiled tables; null when nothing is.</summary>
    internal static string? FaultOf(IndexFolder index, CancellationToken cancel) =>
        index.Tables.Value is not { } tables ? index.Tables.Problems.First().What
        : TablesFormat.IsWhole(tables, ScanOptions.Fastest.Threads, cancel) ? null
        : "damaged: a checksum does not fit";

    /// <summary>Compiles every family again, into the next generation.</summary>
    internal static Task<IndexAnswer> Repair(Terminal terminal, IndexFolder index, CancellationToken cancel) =>
        IndexBuildCommand.Save(
            terminal, index.Path, index.Manifest, new(index.Settings, index.Children, index.Families), (null, cancel));
}
