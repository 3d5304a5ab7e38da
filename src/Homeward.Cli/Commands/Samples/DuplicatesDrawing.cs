using Homeward.Cli.Output;
using Spectre.Console;

namespace Homeward.Cli.Commands.Samples;

/// <summary>Samples that may be one person's, as a person reads it.</summary>
static class DuplicatesDrawing
{
    public static void Draw(IAnsiConsole console, DuplicatesAnswer answer)
    {
        console.WriteLine(
            $"{answer.Samples:N0} samples, all compared with all at up to {answer.Markers.Count} autosomal markers: at "
            + $"least {answer.LeastMarkers} typed in both, at most {answer.MostDifferences} different, one of them "
            + "mistyped, the others dropped out");
        if (answer.TooFewMarkers > 0)
            console.WriteLine($"{answer.TooFewMarkers:N0} samples have fewer markers and could not match anything");
        console.WriteLine($"Populations: {string.Join(", ", answer.Assumptions.Populations)}; theta "
            + $"{answer.Assumptions.Theta}; drop-out {answer.DropOut}; mistyping {answer.Mistyping}");
        console.WriteLine();
        if (answer.Pairs.Count == 0) console.WriteLine("No two names have the profile of one person.");
        else DrawPairs(console, answer.Pairs);
        if (answer.Repeated > 0)
            console.WriteLine($"{answer.Repeated:N0} names are in two files with the profile of one person.");
        foreach (var it in answer.Contradictions)
            console.WriteLine(
                $"{it.Name} in {it.FirstFile} and in {it.SecondFile} are two people: {it.Differing.Count} of "
                + $"{it.Compared} markers differ");
        foreach (var it in answer.Swapped)
            console.WriteLine(
                $"SWAPPED? {it.FirstName} and {it.SecondName}: in {it.SecondFile} each has the profile that the other "
                + $"has in {it.FirstFile}");
    }

    static void DrawPairs(IAnsiConsole console, IReadOnlyList<DuplicatesAnswer.Pair> pairs)
    {
        var table = Tables.Of(
            "sample", "sample", ">same", "differs at", ">log10 LR over unrelated", ">over full siblings", "");
        foreach (var it in pairs)
        {
            string[] differs =
            [
                .. it.DroppedOut.Select(marker => marker + " (dropped out?)"),
                .. it.Mistyped.Select(marker => marker + " (mistyped?)"),
            ];
            table.Add(
                it.First.Name, it.Second.Name, $"{it.Compared - differs.Length} of {it.Compared}",
                string.Join(", ", differs), $"{it.Log10OverUnrelated:0.00}", $"{it.Log10OverSiblings:0.00}",
                it.SexesDiffer ? "amelogenin differs" : "");
        }
        console.Write(table);
        console.WriteLine("Identical twins are one profile, too. Type both samples again before two names become one.");
    }
}
