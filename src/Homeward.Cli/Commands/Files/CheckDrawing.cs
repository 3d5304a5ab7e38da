using Homeward.Cli.Output;
using Spectre.Console;
using static Homeward.Cli.Output.PlainWords;

namespace Homeward.Cli.Commands.Files;

/// <summary>The findings of <c>check</c> as a person reads them.</summary>
static class CheckDrawing
{
    const int ListedNames = 12;

    public static void Draw(IAnsiConsole console, FileReport file)
    {
        console.WriteLine($"{file.File}: {file.Format}");
        if (file.Profiles is { } profiles) Draw(console, profiles);
        if (file.Families is { } families)
            console.WriteLine(
                $"  {Counted(families.Families, "family", "families")}, {Counted(families.Members, "member")}, "
                + $"{families.Typed:N0} with a sample, "
                + $"{families.Missing:N0} missing");
        foreach (var it in file.Populations ?? [])
        {
            var chromosomes = Range(it.LeastChromosomes, it.MostChromosomes);
            console.WriteLine($"  {it.Name}: {Counted(it.Markers, "marker")}, 2N {chromosomes}");
        }
        if (file.Cases is { } cases) console.WriteLine("  " + Counted(cases, "case"));
        Draw(console, "warning", file.Warnings);
        Draw(console, "problem", file.Problems);
        if (file.Warnings.Total + file.Problems.Total == 0) console.WriteLine("  nothing to remark");
        console.WriteLine();
    }

    static void Draw(IAnsiConsole console, FileReport.ProfilesPart it)
    {
        console.WriteLine($"  {Counted(it.Samples.Count, "sample")}: {Some(it.Samples)}");
        var each = it.FewestMarkers == it.MostMarkers ? $"{it.MostMarkers}" : $"{it.FewestMarkers} to {it.MostMarkers}";
        console.WriteLine($"  {Counted(it.Markers.Count, "marker")}, {each} in a sample");
        if (it.Kit is not { } kit) console.WriteLine("  like no kit that Homeward knows");
        else
            console.WriteLine(
                $"  most like {kit.Name}: {kit.Shared} of its {kit.OfKit} markers"
                + (kit.Others.Count == 0 ? "" : $", and beside them {string.Join(", ", kit.Others)}"));
    }

    static void Draw(IAnsiConsole console, string word, FileReport.Findings findings)
    {
        if (findings.Total == 0) return;
        console.WriteLine($"  {Counted(findings.Total, word)}:");
        foreach (var it in findings.Listed) console.WriteLine($"    {it}");
        if (findings.Total > findings.Listed.Count)
            console.WriteLine($"    {findings.Total - findings.Listed.Count:N0} more not shown");
    }

    public static void Draw(IAnsiConsole console, FamilyCheck check)
    {
        console.WriteLine(
            $"{Counted(check.Families, "family", "families")}, {check.Comparable:N0} of them with two typed members or "
            + $"more: {check.Inconsistent.Count:N0} inconsistent with their pedigree");
        foreach (var it in check.Sexes)
            console.WriteLine(
                $"  {it.Family}: {it.Member} is recorded as {it.Recorded.ToString().ToLowerInvariant()}, "
                + $"amelogenin reads {it.Amelogenin}");
        foreach (var family in check.Inconsistent)
        {
            console.WriteLine($"  {family.Family}: {family.Inconsistencies.Count} of {family.Markers} markers");
            foreach (var it in family.Inconsistencies) console.WriteLine($"    {it.Name}: likeliest {it.Explanation}");
            if (family.Suspects.All(it => it.Log10 < 0))
            {
                console.WriteLine("    every profile fits this family better than a stranger's would");
                continue;
            }
            var table = Tables.Of(
                "if this profile were a stranger's", ">markers still inconsistent", ">log10 LR", "in words");
            foreach (var it in family.Suspects)
                table.Add(it.Member, $"{it.InconsistenciesLeft}", $"{it.Log10:0.00}", PlainWords.Times(it.Log10));
            console.Write(table);
        }
    }

    static string Some(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(ListedNames)) + (names.Count > ListedNames ? ", …" : "");

    static string Range(int? least, int? most) =>
        least is null ? "not stated" : least == most ? $"{least}" : $"{least} to {most}";
}
