using Homeward.Cli.Output;
using Spectre.Console;

namespace Homeward.Cli.Commands.Figures;

/// <summary>A bulletin for whoever works on it.</summary>
static class BulletinDrawing
{
    public static void Draw(IAnsiConsole console, BulletinAnswer answer)
    {
        console.WriteLine(
            $"Bulletin {answer.Number}, {answer.Phase.ToLowerInvariant()}: figures of {answer.Day}, totals since "
            + $"{answer.Since}.");
        if (answer.Digest is { } digest)
            console.WriteLine(
                $"Counted up to line {answer.LastLine:N0} of the ledger; {answer.Signatures} of 2 signatures; SHA-256 "
                + digest);
        if (answer.PublishedAt is { } at) console.WriteLine($"Published {at}.");
        foreach (var sentence in answer.Sentences) console.WriteLine("  " + sentence);
        if (answer.LaterRecorded.Count > 0) DrawLater(console, answer);
        foreach (var file in answer.Files) console.WriteLine("  " + file);
    }

    static void DrawLater(IAnsiConsole console, BulletinAnswer answer)
    {
        var table = Tables.Of(
            "later recorded, not in the bulletin", ">children", ">women", ">suspects", ">rings", ">cases", ">routes");
        foreach (var (name, it) in answer.LaterRecorded)
            table.Add(
                name == "since" ? $"all since {answer.Since}" : name, More(it.Children), More(it.Women),
                More(it.Suspects), More(it.Rings), More(it.Cases), More(it.Routes));
        console.Write(table);
    }

    static string More(int count) => $"{count:+#,0;-#,0;0}";
}
