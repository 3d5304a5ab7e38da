using Homeward.Cli.Commands.Demonstration;
using Homeward.Cli.Output;
using Spectre.Console;

namespace Homeward.Cli.Commands.Studies;

/// <summary>The demo's result as a person reads it.</summary>
static class DemoDrawing
{
    public static void Draw(IAnsiConsole console, DemoAnswer answer)
    {
        console.WriteLine("Two operations of July 2011, with simulated people; nobody's genotypes.");
        console.WriteLine(
            $"{answer.Totals.Children} rescued children against {answer.Search.Families:N0} searching families, "
            + $"{answer.Search.PairsCompared:N0} pairs, {answer.Search.Markers.Count} markers "
            + $"({string.Join(", ", answer.Search.Assumptions.Populations)}, theta {answer.Search.Assumptions.Theta}, "
            + "mutation stepwise).");
        var first = 0;
        foreach (var (operation, count) in DemoCommand.Operations)
        {
            console.WriteLine();
            console.WriteLine($"Operation {operation}: {count} children");
            DrawChildren(console, answer.Children.Skip(first).Take(count));
            first += count;
        }
        DrawTotals(console, answer);
        DrawReport(console, answer.Report);
        DrawSamples(console, answer.Report.Samples);
        DrawBulletin(console, answer.Folder, answer.Report.Bulletin);
        if (answer.Report.Later is { } later) DrawLater(console, answer, later);
    }

    static void DrawReport(IAnsiConsole console, DemoReport report)
    {
        console.WriteLine();
        console.WriteLine(
            $"The case database on {report.When}, counted from its records; everybody in it is made up:");
        var table = Tables.Of("operation", ">children", ">suspects", ">officers", ">jurisdictions", "phase");
        foreach (var it in report.Operations)
            table.Add(
                it.Code, $"{it.Children}", $"{it.Suspects}", $"{it.Officers:N0}", $"{it.Jurisdictions}", it.Phase);
        table.Add(
            "together", $"{report.Children}", $"{report.Suspects}", $"{report.Officers:N0}",
            $"{report.Jurisdictions}", "");
        console.Write(table);
    }

    static void DrawSamples(IAnsiConsole console, DemoReport.OfSamples it)
    {
        console.WriteLine();
        console.WriteLine(
            "All children were in a home within a day, but for two places on purpose: the thirteen in Handan stayed "
            + "with policewomen until the next day, and two in Yunnan wait still, as `homeward status` says.");
        console.WriteLine(
            $"Samples of {it.Children} children and of {it.Relatives} relatives in {it.Families} families were taken, "
            + "sealed, handed over, typed and searched in the gene database; "
            + $"{it.FamiliesHeld} families contradict themselves and are held. {it.Candidates} candidates are open, "
            + $"{it.Proposed} of them proposed by an analyst: `homeward candidates list --as analyst`.");
    }

    static void DrawBulletin(IAnsiConsole console, string folder, DemoBulletin bulletin)
    {
        console.WriteLine();
        console.WriteLine(
            $"Bulletin {bulletin.Number}, counted up to line {bulletin.LedgerLine:N0} of the ledger, signed by "
            + $"{bulletin.Signatures} people and published; everybody in it is made up:");
        foreach (var sentence in bulletin.Sentences) console.WriteLine("  " + sentence);
        var table = Tables.Of("operation", ">jurisdictions", ">foreign partners", ">rings broken up", ">routes closed");
        foreach (var it in bulletin.Operations)
            table.Add(
                it.Code, $"{it.Jurisdictions}", $"{it.ForeignPartners}", $"{it.RingsBrokenUp}", $"{it.RoutesClosed}");
        console.Write(table);
        foreach (var file in bulletin.Files) console.WriteLine($"  {folder}/{file}");
    }

    static void DrawLater(IAnsiConsole console, DemoAnswer answer, DemoLater later)
    {
        console.WriteLine();
        console.WriteLine(
            $"Later recorded: {later.LaterRecorded.Children:+0;-0;0} children, "
            + $"{later.LaterRecorded.Suspects:+0;-0;0} suspects. Bulletin {answer.Report.Bulletin.Number}, counted "
            + (later.EarlierReplays ? "again, gives the same bytes." : "again, gives OTHER bytes."));
        DrawBulletin(console, answer.Folder, later.Bulletin);
    }

    static void DrawChildren(IAnsiConsole console, IEnumerable<DemoAnswer.ChildOutcome> children)
    {
        var table = Tables.Of("child", "outcome", "true family", "typed there", ">log10 LR", "band", "what to know");
        foreach (var it in children)
            table.Add(
                it.Child, Words(it.Outcome), it.TrueFamily ?? "never reported", string.Join(", ", it.TypedRelatives),
                it.Best is null ? "" : $"{it.Best.Log10:0.00}",
                it.Best is null ? "" : BandWords.Of(it.Best.Band),
                Remark(it));
        console.Write(table);
    }

    static string Remark(DemoAnswer.ChildOutcome it) =>
        it.Outcome is not DemoAnswer.Outcome.Found && it.Best is not null
            ? $"{it.Why}; first is {it.Best.Family}" : it.Why;

    static void DrawTotals(IAnsiConsole console, DemoAnswer answer)
    {
        var it = answer.Totals;
        console.WriteLine();
        console.WriteLine(
            $"Of {it.WithFamily} children whose family searches, {it.Found} were found with that family first, "
            + $"{it.Strong} of them strong; {it.Outranked} behind another family; {it.Missed} missed.");
        console.WriteLine(
            $"Of {it.Children - it.WithFamily} children whose family never reported, {it.RightlyNone} got no lead "
            + $"and {it.FalseLeads} got a false one.");
        var took = answer.Took;
        if (took.Past > 0) console.WriteLine($"The nation's past took {took.Past:0.0} s.");
        console.WriteLine(
            $"Simulated in {took.Simulating:0.0} s and read in {took.Reading:0.0} s; then, at once, cases filled in "
            + $"{took.Filling:0.0} s and searched in {took.Searching:0.0} s; {took.Total:0.0} s in all.");
        console.WriteLine($"The files are in {answer.Folder}. To see one candidate worked out by marker:");
        console.WriteLine(
            $"  homeward search --children {answer.Folder}/study/{StudyFiles.Children} "
            + $"--families {answer.Folder}/study/{StudyFiles.Families} "
            + $"--profiles {answer.Folder}/study/{StudyFiles.References} "
            + "--population china-han --explain");
    }

    static string Words(DemoAnswer.Outcome outcome) => outcome switch
    {
        DemoAnswer.Outcome.Found => "found",
        DemoAnswer.Outcome.Outranked => "behind another",
        DemoAnswer.Outcome.Missed => "missed",
        DemoAnswer.Outcome.RightlyNone => "rightly none",
        DemoAnswer.Outcome.FalseLead => "false lead",
    };
}
