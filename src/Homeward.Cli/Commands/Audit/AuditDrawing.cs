using Homeward.Cli.Output;
using Spectre.Console;

namespace Homeward.Cli.Commands.Audit;

/// <summary>Answers about the log, for people.</summary>
static class AuditDrawing
{
    public static void Draw(IAnsiConsole console, AuditAnswer answer)
    {
        var chains = Tables.Of(["Chain", ">Entries", ">Confirmed outside", ">Not confirmed", "Last hash"]);
        foreach (var it in answer.Chains)
            chains.Add([it.Node, $"{it.Length}", $"{it.HeldOutside}", $"{it.NotVouchedFor}", it.Head[..16] + "…"]);
        console.Write(chains);
        foreach (var it in answer.Checkpoints)
            console.WriteLine(
                $"Checkpoint of {it.When}, key {it.Key[..16]}…: {(it.Holds ? "holds" : "does not hold")}");
        console.WriteLine();
        if (answer.Whole) console.WriteLine("The log is whole, as far as can be told.");
        else console.WriteLine($"The log is NOT whole: {answer.FindingsInAll} findings.");
        foreach (var it in answer.Findings) console.WriteLine("  " + it.What);
        if (answer.NotDoneInAll > 0)
            console.WriteLine(
                $"{answer.NotDoneInAll} acts were announced and not done; the program ended between, or they are under "
                + "way: " + string.Join(", ", answer.NotDone.Take(10).Select(it => $"{it.Chain} {it.Number}")));
        console.WriteLine();
        console.WriteLine("What this does not tell:");
        foreach (var it in answer.CannotVouchFor) console.WriteLine("  " + it);
    }

    public static void Draw(IAnsiConsole console, string path, CheckpointAnswer answer)
    {
        foreach (var it in answer.Chains) console.WriteLine($"Chain {it.Node}: {it.Length} entries, head {it.Head}");
        console.WriteLine($"Signed at {answer.When} with key {answer.Key}");
        console.WriteLine($"Keep {path} where nobody who can reach this machine can reach it.");
    }
}
