using System.CommandLine;
using Homeward.Cli.Files;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;

namespace Homeward.Cli.Commands.Indexes;

/// <summary><c>homeward index remove</c>: profiles whose consent was withdrawn, and families.</summary>
static class IndexRemoveCommand
{
    public static Command Create()
    {
        var folder = IndexInputs.Folder();
        var samples = new Option<string[]>("--samples")
        {
            Description = "Samples of children or relatives; a relative counts as untyped from then on",
            AllowMultipleArgumentsPerToken = true,
        };
        var families = new Option<string[]>("--families")
        {
            Description = "Families, with the profiles of their members",
            AllowMultipleArgumentsPerToken = true,
        };
        var command = new Command("remove", "Take samples or families out of an index")
        {
            folder, samples, families, CommonOptions.Json(),
        };
        command.SetAction((parse, cancel) => Run(
            Terminal.Of(parse), parse.GetValue(folder)!,
            (parse.GetValue(samples) ?? [], parse.GetValue(families) ?? []), cancel));
        return command;
    }

    static async Task<int> Run(
        Terminal terminal, string folder, (string[] Samples, string[] Families) gone, CancellationToken cancel)
    {
        var refusals = new Refusals(terminal);
        if (IndexInputs.Open(folder, refusals) is not { } opened) return refusals.Refuse();
        using var index = opened.Index;
        foreach (var sample in gone.Samples)
            if (!index.Children.Remove(sample) && !index.Families.RemoveProfile(sample))
                refusals.Add("--samples", $"sample {sample}", "is not in the index");
        foreach (var family in gone.Families)
            if (!index.Families.Remove(family)) refusals.Add("--families", $"family {family}", "is not in the index");
        // Nothing has been written yet: one wrong name leaves the index as it was.
        if (refusals.Any) return refusals.Refuse();
        var contents = new IndexContents(index.Settings, index.Children, index.Families);
        var answer = await IndexBuildCommand.Save(
            terminal, folder, index.Manifest, contents, (index.Tables.Value, cancel));
        return terminal.Answer(answer, answer.Draw);
    }
}
