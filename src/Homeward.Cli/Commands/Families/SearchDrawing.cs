using Homeward.Cli.Output;
using Homeward.Genetics.Pedigrees;
using Homeward.Search.Ranking;
using Spectre.Console;

namespace Homeward.Cli.Commands.Families;

/// <summary>The result of a search as a person reads it.</summary>
static class SearchDrawing
{
    const int FamiliesListed = 10;
    const int WidestRule = 60;

    public static void Draw(IAnsiConsole console, SearchAnswer answer, int top)
    {
        DrawHead(console, answer);
        foreach (var child in answer.Children.Where(it => it.Candidates.Count > 0)) Draw(console, child, top);
        DrawSummary(console, answer);
    }

    static void DrawHead(IAnsiConsole console, SearchAnswer it)
    {
        var assumed = it.Assumptions;
        console.WriteLine(
            $"{PlainWords.Counted(it.Children.Count, "child", "children")} against "
            + $"{PlainWords.Counted(it.Families, "family", "families")}: {it.PairsCompared:N0} "
            + $"{(it.PairsCompared == 1 ? "pair" : "pairs")}, {PlainWords.Counted(it.Markers.Count, "marker")}");
        console.WriteLine($"Populations: {string.Join(", ", assumed.Populations)}; theta {assumed.Theta}; "
            + $"minimum frequency {assumed.MinimumFrequency}; silent allele {assumed.SilentInWords()}");
        console.WriteLine($"Mutation: {assumed.Mutation}");
        console.WriteLine($"Shown: LR of {PlainWords.Number(it.Threshold)} and more against unrelated");
        if (it.MarkersNotUsed.Count > 0)
            console.WriteLine($"Typed but not calculated with: {string.Join(", ", it.MarkersNotUsed)}");
        console.WriteLine();
    }

    static void Draw(IAnsiConsole console, SearchAnswer.Child child, int top)
    {
        var width = Math.Min(console.Profile.Width, WidestRule) - child.Name.Length - 4;
        console.MarkupLineInterpolated($"── [bold]{child.Name}[/] {new string('─', Math.Max(width, 2))}");
        console.WriteLine($"{SexWords(child.Sex)}, {child.MarkersTyped} markers typed");
        foreach (var it in child.Candidates.Take(top)) Draw(console, it);
        var others = child.Candidates.Count - top;
        if (others > 0) console.WriteLine($"{others:N0} more families; --top shows more, --json all");
        console.WriteLine();
    }

    static void Draw(IAnsiConsole console, SearchAnswer.FamilyFound it)
    {
        console.WriteLine();
        var (tied, band) = (it.IsTied ? ", tied" : "", BandWords.Of(it.Band));
        console.MarkupLineInterpolated(
            $"{it.Rank}{tied}  [bold]{it.Family}[/] / {it.Missing}: {it.InWords} than unrelated, {band}");
        console.WriteLine($"   log10 LR: {it.Log10:0.00}"
            + (it.ByPopulation.Count == 1 ? "" : ", the smallest of "
                + string.Join(", ", it.ByPopulation.Select(of => $"{of.Population} {of.Log10:0.00}"))));
        if (it.SexesDiffer)
            console.WriteLine(
                $"   Sex: {SexWords(it.ChildSex)}, and {it.Missing} is recorded as {RecordedWords(it.MissingSex)}; "
                + "recorded sex and amelogenin can both be wrong");
        var inconsistent = it.Inconsistencies.Count == 0 ? "none inconsistent"
            : $"{it.Inconsistencies.Count} inconsistent";
        console.WriteLine($"   Markers: {it.MarkersCompared} compared, {inconsistent}");
        foreach (var at in it.Inconsistencies) console.WriteLine($"     {at.Marker}: likeliest {at.Explanation}");
        console.WriteLine(
            $"   Posterior: {PlainWords.Probability(it.Log10PosteriorOdds)}, with prior 1 in {1 / it.Prior:#,0}");
        console.WriteLine(
            $"   Margins: {MarginWords(it.OverNextFamily)} the next family, "
            + $"{MarginWords(it.OverNextChild)} the next child");
        foreach (var other in it.Alternatives)
        {
            var (times, posterior) = (PlainWords.Times(-other.Log10), PlainWords.Probability(Odds(other.Posterior)));
            console.WriteLine($"   If {other.Name}: {times}, posterior {posterior}");
        }
        if (it.Markers is { } markers) DrawMarkers(console, markers, it.Inconsistencies);
    }

    static void DrawMarkers(
        IAnsiConsole console,
        IReadOnlyList<SearchAnswer.ExplainedMarker> markers,
        IReadOnlyList<SearchAnswer.InconsistentMarker> inconsistencies)
    {
        string[] relatives = [.. markers.SelectMany(it => it.Relatives.Keys).Distinct()];
        var table = Tables.Of(["marker", "child", .. relatives, ">LR", ">log10 LR", ""]);
        foreach (var it in markers)
            table.Add([
                it.Marker, it.Child, .. relatives.Select(id => it.Relatives.GetValueOrDefault(id, "")),
                it.Log10 is { } log10 ? $"{Math.Pow(10, log10):G4}" : "", $"{it.Log10:0.0000}",
                inconsistencies.Any(at => at.Marker == it.Marker) ? "inconsistent" : "",
            ]);
        table.Add(["total", "", .. relatives.Select(_ => ""), "", $"{markers.Sum(it => it.Log10):0.0000}", ""]);
        console.Write(table);
    }

    static void DrawSummary(IAnsiConsole console, SearchAnswer answer)
    {
        var table = Tables.Of("child", "best family", ">log10 LR", "band", ">inconsistent", "over the next family", "");
        foreach (var child in answer.Children)
            if (child.Candidates is [var best, ..])
            {
                var ties = child.Candidates.Count(it => it.Rank == 1);
                table.Add(
                    child.Name, best.Family, $"{best.Log10:0.00}", BandWords.Of(best.Band),
                    $"{best.Inconsistencies.Count} of {best.MarkersCompared}",
                    MarginWords(best.OverNextFamily) + " it", ties > 1 ? $"{ties} families tied" : "");
            }
            else table.Add(child.Name, "none over the threshold", "", "", "", "", "");
        console.Write(table);
        List(console, answer.Unreachable, "family cannot reach the threshold, whoever the child is; type more of it",
            "families cannot reach the threshold, whoever the child is; type more of them");
        const string Why = "NOT searched: no exact calculation with this theta is in reach; type more of";
        List(
            console, answer.TooOpen, $"family was {Why} it, or use --theta 0",
            $"families were {Why} them, or use --theta 0");
        console.WriteLine("All of this is for an analyst to judge: both sides are typed again before anything else.");
    }

    static void List(
        IAnsiConsole console, IReadOnlyList<SearchAnswer.MissingMember> families, string ofOne, string ofMany)
    {
        if (families.Count == 0) return;
        var names = string.Join(", ", families.Take(FamiliesListed).Select(it => it.Family).Distinct());
        var others = families.Count > FamiliesListed ? ", …" : "";
        console.WriteLine($"{PlainWords.Counted(families.Count, ofOne, ofMany)}: {names}{others}");
    }

    static string MarginWords(Margin it) =>
        (it.IsAtLeast ? "at least " : "") + (it.Log10 < 0
            ? $"{PlainWords.Number(-it.Log10)} times below" : $"{PlainWords.Number(it.Log10)} times");

    static double Odds(double probability) => Math.Log10(probability / (1 - probability));

    static string SexWords(Sex sex) => sex switch
    {
        Sex.Male => "a boy by amelogenin",
        Sex.Female => "a girl by amelogenin",
        Sex.Unknown => "sex not typed",
    };

    static string RecordedWords(Sex sex) => sex switch
    {
        Sex.Male => "male",
        Sex.Female => "female",
        Sex.Unknown => "unknown",
    };
}
