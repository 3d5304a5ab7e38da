using System.CommandLine;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Search.Kernels;
using Homeward.Search.Ranking;

namespace Homeward.Cli.Commands.Families;

/// <summary><c>homeward search</c>: rescued children against searching families.</summary>
static class SearchCommand
{
    public const string Examples =
        "homeward search --children children.txt --families families.csv --profiles references.csv"
        + " --population china-han\n"
        + "homeward search --children a.txt b.txt --families families.csv --profiles references.csv"
        + " --population china-han,east-asia --min-frequency 0.001 --explain\n"
        + "homeward search --children children.txt --families families.csv --profiles references.csv"
        + " --population my_table.csv --threshold 1e6 --json\n"
        + "homeward search --families project.fam\n"
        + "homeward search --index national --explained-ranks 1\n"
        + "homeward search --index national --children tonight.txt";

    public static Command Create()
    {
        var command = new Command(
            "search", "Rank the families of every rescued child: LR, alternatives, margins, posterior, each explained");
        var options = new SearchOptions(command);
        command.SetAction((parse, cancel) => Run(parse, options, cancel));
        return command;
    }

    static async Task<int> Run(ParseResult parse, SearchOptions options, CancellationToken cancel)
    {
        var terminal = Terminal.Of(parse);
        if (options.Index(parse) is { } folder)
            return await IndexedSearch.Run(parse, options, terminal, folder, cancel);
        var refusals = new Refusals(terminal);
        var input = await terminal.Work.Run("Reading files", (_, _) => options.Read(parse, refusals), cancel);
        if (input is null) return refusals.Refuse();
        var result = await Search(terminal, input, it => options.Settled(parse, it), cancel);
        var answer = SearchAnswer.Of(input, result);
        return terminal.Answer(answer, console => SearchDrawing.Draw(console, answer, options.Top(parse)));
    }

    internal static Task<SearchResult> Search(Terminal terminal, SearchInput input, CancellationToken cancel) =>
        Search(terminal, input, it => it, cancel);

    static Task<SearchResult> Search(
        Terminal terminal, SearchInput input, Func<SearchSettings, SearchSettings> settled, CancellationToken cancel)
    {
        var settings = settled(new()
        {
            Populations = input.Assumptions.Populations,
            Threshold = input.Threshold,
            AlternativePrior = input.AlternativePrior,
            Scan = ScanOptions.Fastest,
        });
        var search = new FamilySearch(settings, input.Children);
        var what = $"Searching {input.Families.Count:N0} families for {input.Children.Count:N0} children";
        return terminal.Work.Run(what, (done, stop) => search.Run(input.Families, new Share(done), stop), cancel);
    }

    /// <summary>All stages on one bar, a third each.</summary>
    internal sealed class Share(Action<double> done) : IProgress<(string Stage, double Share)>
    {
        static readonly string[] Stages = [SearchStages.Compiling, SearchStages.Scanning, SearchStages.Explaining];

        public void Report((string Stage, double Share) value) =>
            done((Array.IndexOf(Stages, value.Stage) + value.Share) / Stages.Length);
    }
}
