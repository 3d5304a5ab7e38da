using System.CommandLine;
using Homeward.Cli.Commands.Indexes;
using Homeward.Cli.Files;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Search.Ranking;
using Homeward.Search.Tables;

namespace Homeward.Cli.Commands.Families;

/// <summary>
/// <c>homeward search --index</c>: everything in the index against everything, or new children against its families, or
/// new families against its children.
/// </summary>
static class IndexedSearch
{
    public static async Task<int> Run(
        ParseResult parse, SearchOptions options, Terminal terminal, string folder, CancellationToken cancel)
    {
        var refusals = new Refusals(terminal);
        var added = options.ReadBesideIndex(parse, refusals);
        if (refusals.Any || IndexInputs.Open(folder, refusals) is not { } opened) return refusals.Refuse();
        var found = await Searched(terminal, opened.Index, it => options.Settled(parse, it), added, cancel);
        if (found.Fault is { } fault)
        {
            refusals.Warn(folder, $"the compiled tables were {fault}; the families are compiled again");
            await IndexVerifyCommand.Repair(terminal, opened.Index, cancel);
            opened.Index.Dispose();
            if (IndexInputs.Open(folder, refusals) is not { } mended) return refusals.Refuse();
            opened = mended;
            found = await Searched(terminal, opened.Index, it => options.Settled(parse, it), added, cancel);
        }
        using var index = opened.Index;
        if (found.Fault is { } stays) return terminal.Refuse(folder, $"the compiled tables are again {stays}");
        var settings = options.Settled(parse, index.Settings);
        var answer = SearchAnswer.Of(
            new(opened.Assumptions, found.Input.Children, found.Input.Families, settings.Threshold,
                settings.AlternativePrior, options.IsExplained(parse)),
            found.Result!);
        return terminal.Answer(answer, console => SearchDrawing.Draw(console, answer, options.Top(parse)));
    }

    /// <summary>What was found; or what is wrong with the tables.</summary>
    readonly record struct Found(SearchedInput Input, SearchResult? Result, string? Fault);

    /// <summary>
    /// Everything against everything looks at each tile's checksum as it comes to it; new children are looked for in
    /// tables that were looked at before.
    /// </summary>
    static async Task<Found> Searched(
        Terminal terminal, IndexFolder index, Func<SearchSettings, SearchSettings> settled, SearchedInput added,
        CancellationToken cancel)
    {
        var isWhole = index.Tables.IsValid && added.Children.Count == 0;
        if (!isWhole && await terminal.Work.Run(
            "Checking the index", (_, stop) => IndexVerifyCommand.FaultOf(index, stop), cancel) is { } fault)
            return new(added, null, fault);
        var what = $"Searching {index.Families.Count:N0} families for {index.Children.ProfileCount:N0} children";
        try
        {
            var (input, result) = await terminal.Work.Run(
                what,
                (done, stop) => Search(index, settled(index.Settings), added, new SearchCommand.Share(done), stop),
                cancel);
            return new(input, result, null);
        }
        catch (DamagedTablesException)
        {
            return new(added, null, "damaged: a checksum does not fit");
        }
    }

    static (SearchedInput Input, SearchResult Result) Search(
        IndexFolder index, SearchSettings settings, SearchedInput added,
        IProgress<(string Stage, double Share)> progress, CancellationToken cancel)
    {
        var search = new IndexSearch(settings, index.Children, index.Sought, index.Tables.Value!);
        if (added.Children.Count > 0)
        {
            var found = OfChildren(index, settings, search, added.Children, cancel);
            return (added with { Families = index.Families }, found);
        }
        var children = new IndexedChildren(index.Children);
        if (added.Families.Count > 0)
        {
            SearchResult[] results =
                [.. added.Families.Select(it => search.OneFamily(it, index.Circumstances, cancel))];
            return (added with { Children = children }, SearchResult.Together(results));
        }
        return (new(children, index.Families), search.AllAgainstAll(progress, cancel));
    }

    /// <summary>
    /// One by one; a child with an allele that the tables were not compiled for is searched without them.
    /// </summary>
    static SearchResult OfChildren(
        IndexFolder index, SearchSettings settings, IndexSearch search, IReadOnlyList<RescuedChild> children,
        CancellationToken cancel)
    {
        using var tables = new OneChildScan(index.Tables.Value!);
        return SearchResult.Together([.. children.Select(child => index.Circumstances.Covers(child.Profile)
            ? search.OneChild(child, tables, cancel)
            : new FamilySearch(settings, [child]).Run(index.Families, progress: null, cancel))]);
    }
}

/// <summary>Children and families that a search of an index compares.</summary>
sealed record SearchedInput(
    IReadOnlyList<RescuedChild> Children, IReadOnlyList<Homeward.Genetics.Kinship.Family> Families);
