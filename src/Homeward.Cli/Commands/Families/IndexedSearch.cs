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
        using var index = await Whole(terminal, opened.Index, refusals, cancel);
        if (index is null) return refusals.Refuse();
        var settings = options.Settled(parse, index.Settings);
        var what = $"Searching {index.Families.Count:N0} families for {index.Children.ProfileCount:N0} children";
        var (input, result) = await terminal.Work.Run(
            what, (done, stop) => Search(index, settings, added, new SearchCommand.Share(done), stop), cancel);
        var answer = SearchAnswer.Of(
            new(opened.Assumptions, input.Children, input.Families, settings.Threshold, settings.AlternativePrior,
                options.IsExplained(parse)),
            result);
        return terminal.Answer(answer, console => SearchDrawing.Draw(console, answer, options.Top(parse)));
    }

    /// <summary>The index with tables that are what was written; damaged ones are compiled again.</summary>
    static async Task<IndexFolder?> Whole(
        Terminal terminal, IndexFolder index, Refusals refusals, CancellationToken cancel)
    {
        var fault = await terminal.Work.Run(
            "Checking the index", (_, stop) => IndexVerifyCommand.FaultOf(index, stop), cancel);
        if (fault is null) return index;
        refusals.Warn(index.Path, $"the compiled tables were {fault}; the families are compiled again");
        await IndexVerifyCommand.Repair(terminal, index, cancel);
        var (folder, settings) = (index.Path, index.Settings);
        index.Dispose();
        return refusals.Take(folder, IndexManifest.Read(folder)) is { } manifest
            ? refusals.Take(folder, IndexFolder.Open(folder, manifest, settings)) : null;
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
