using System.CommandLine;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Search.Direct;
using Homeward.Search.Kernels;
using Homeward.Search.Ranking;
using Homeward.Search.Siblings;
using Spectre.Console;

namespace Homeward.Cli.Commands.Samples;

/// <summary><c>homeward siblings</c>: rescued children who may be brothers and sisters.</summary>
static class SiblingsCommand
{
    public const string Examples =
        "homeward siblings children.txt --population china-han\n"
        + "homeward siblings operation_a.txt operation_b.txt --population china-han --threshold 1000 --json";

    const double LeastDefault = 100, MostDefault = 10_000;

    /// <summary>Two samples of one child look like siblings, too: alike beyond this, they are told apart.</summary>
    static readonly MatchTolerance OnePerson = new(LeastMarkers: 10, MostDifferences: 3);

    public static Command Create()
    {
        var files = new Argument<string[]>("FILES")
        {
            Description = "Profiles of the rescued children, in any format",
            Arity = ArgumentArity.OneOrMore,
        };
        var threshold = new Option<double?>("--threshold")
        {
            Description = "Smallest LR, of full or of half siblings against unrelated, that is shown, 1 or more; by "
                + "default the number of pairs, but at least 100 and at most 10,000",
        };
        var command = new Command("siblings", "Find full and half siblings among rescued children")
        {
            files, threshold,
        };
        var assumptions = new AssumptionOptions(command);
        command.Add(CommonOptions.Json());
        command.SetAction(async (parse, cancel) =>
        {
            var (terminal, limit) = (Terminal.Of(parse), parse.GetValue(threshold));
            var refusals = new Refusals(terminal);
            var assumed = assumptions.Read(parse, refusals);
            if (limit is not (null or (>= 1 and < double.PositiveInfinity)))
                refusals.Add("--threshold", "", "must be 1 or more");
            var profiles = await terminal.Work.Run(
                "Reading files", (_, _) => ProfileInputs.Read(parse.GetValue(files)!, refusals), cancel);
            if (assumed is null || refusals.Any) return refusals.Refuse();
            RescuedChild[] children = [.. profiles.Values.Select(it => new RescuedChild(it))];
            var pairs = (long)children.Length * (children.Length - 1) / 2;
            return await Run(
                terminal, assumed, children, limit ?? Math.Clamp(pairs, LeastDefault, MostDefault), cancel);
        });
        return command;
    }

    static async Task<int> Run(
        Terminal terminal, Assumptions assumed, RescuedChild[] children, double threshold, CancellationToken cancel)
    {
        var search = new SiblingSearch(
            new()
            {
                Populations = assumed.Populations,
                Threshold = Math.Log10(threshold),
                AlternativePrior = 1,
                Scan = ScanOptions.Fastest,
            },
            children);
        var found = await terminal.Work.Run(
            $"Comparing {children.Length:N0} children",
            (done, stop) => search.Run(new Share(done), stop), cancel);
        var columns = new SampleColumns(assumed.Markers.Take(SampleColumns.MostMarkers));
        foreach (var child in children) columns.Append(child.Profile);
        var answer = new Answer(
            assumed.Answer, Math.Log10(threshold), children.Length, (long)children.Length * (children.Length - 1) / 2,
            [.. found
                .Select(it => new Pair(
                    children[it.First].Id, children[it.Second].Id,
                    children[it.First].Profile.Genotypes.Keys.Count(marker =>
                        assumed.Markers.Contains(marker)
                        && children[it.Second].Profile.Genotypes.ContainsKey(marker)),
                    it.Log10Full, it.Log10Half,
                    DirectMatch.Of(columns, it.First, it.Second, OnePerson) is not null))
                .OrderByDescending(it => Math.Round(Math.Max(it.Log10Full, it.Log10Half), 6))
                .ThenBy(it => it.First, StringComparer.Ordinal).ThenBy(it => it.Second, StringComparer.Ordinal)]);
        return terminal.Answer(answer, console => Draw(console, answer));
    }

    static void Draw(IAnsiConsole console, Answer answer)
    {
        console.WriteLine($"{answer.Children:N0} children, {answer.PairsCompared:N0} pairs; populations: "
            + $"{string.Join(", ", answer.Assumptions.Populations)}; theta {answer.Assumptions.Theta}");
        console.WriteLine($"Shown: LR of {PlainWords.Number(answer.Threshold)} and more, of full or of half siblings, "
            + "against unrelated");
        console.WriteLine();
        if (answer.Pairs.Count == 0)
        {
            console.WriteLine("No two children reach it.");
            return;
        }
        var table = Tables.Of(
            "child", "child", ">markers", ">log10 LR full siblings", ">half siblings", ">full over half", "");
        foreach (var it in answer.Pairs)
            table.Add(
                it.First, it.Second, $"{it.MarkersCompared}", $"{it.Log10Full:0.00}", $"{it.Log10Half:0.00}",
                $"{it.Log10Full - it.Log10Half:0.00}", it.MayBeOnePerson ? "one child sampled twice?" : "");
        console.Write(table);
        console.WriteLine(
            "Siblings are searched for as one family: put both into one search, and into `homeward assign`.");
    }

    sealed class Share(Action<double> done) : IProgress<double>
    {
        public void Report(double value) => done(value);
    }

    /// <param name="Assumptions">What was taken for granted.</param>
    /// <param name="Threshold">log10 of the smallest LR shown.</param>
    /// <param name="Children">How many.</param>
    /// <param name="PairsCompared">All of them.</param>
    /// <param name="Pairs">The largest LR first.</param>
    sealed record Answer(
        AssumptionsAnswer Assumptions, double Threshold, int Children, long PairsCompared, IReadOnlyList<Pair> Pairs);

    /// <param name="First">Name of the one.</param>
    /// <param name="Second">Name of the other.</param>
    /// <param name="MarkersCompared">Typed in both, of the populations' markers.</param>
    /// <param name="Log10Full">log10 LR, full siblings over unrelated.</param>
    /// <param name="Log10Half">log10 LR, half siblings over unrelated.</param>
    /// <param name="MayBeOnePerson">Alike as two samples of one child are.</param>
    sealed record Pair(
        string First, string Second, int MarkersCompared, double Log10Full, double Log10Half, bool MayBeOnePerson);
}
