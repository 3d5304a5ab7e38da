using Homeward.Genetics.Kinship;
using Homeward.Genetics.Likelihood;
using Homeward.Search.Index;
using Homeward.Search.Kernels;
using Homeward.Search.Tables;

namespace Homeward.Search.Ranking;

/// <summary>
/// Searches an index of children and the compiled tables of families in either direction: all against all, one child
/// against all families, one family against all children. All three find the same pairs with the same LR.
/// </summary>
public sealed class IndexSearch
{
    readonly SearchSettings _settings;
    readonly ProfileIndex _children;
    readonly SoughtMembers _sought;
    readonly FamilyTables _tables;
    readonly ExactRatio _exact;

    /// <param name="settings">What is taken for granted.</param>
    /// <param name="children">The children.</param>
    /// <param name="sought">The missing members.</param>
    /// <param name="tables">Theirs, compiled for these children and settings, in the same order.</param>
    public IndexSearch(SearchSettings settings, ProfileIndex children, SoughtMembers sought, FamilyTables tables)
    {
        Genetics.Primitives.Check.That(sought.Count == tables.Count);
        (_settings, _children, _sought, _tables) = (settings, children, sought, tables);
        _exact = new(settings);
        ChildOf = slot => new(children.ProfileAt(slot));
    }

    /// <summary>The child in a slot; by default as the index gives it back.</summary>
    public Func<int, RescuedChild> ChildOf { get; init; }

    /// <exception cref="DamagedTablesException">Saved tables are not what was written.</exception>
    public SearchResult AllAgainstAll(IProgress<(string Stage, double Share)>? progress, CancellationToken cancel)
    {
        var (pairs, unreachable, tooOpen) = (new List<FoundPair>(), new List<int>(), new HashSet<int>());
        var exactCount = 0;
        var scanned = Report(progress, SearchStages.Scanning);
        foreach (var segment in Scan.Run(_tables, _children, _settings.Scan, scanned, cancel))
        {
            exactCount += segment.Hits.Count;
            pairs.AddRange(Exact(segment.Hits, ChildOf, tooOpen, cancel));
            foreach (var (member, state) in segment.NotScanned)
                if (state == TableState.Unreachable) unreachable.Add(member);
                else tooOpen.Add(member);
        }
        var candidates = new Ranker(_exact, _sought, ChildOf)
            .Ranked(pairs, Report(progress, SearchStages.Explaining), cancel);
        var pairsCompared = (long)_children.ProfileCount * _sought.Count;
        return new(candidates, Named(unreachable), Named(tooOpen.Order()), pairsCompared, exactCount);
    }

    /// <summary>The candidates of one child, who need not be in the index.</summary>
    /// <param name="child">
    /// Its alleles outside the ladder are among those the tables were compiled for
    /// (<see cref="TableCircumstances.Covers"/>).
    /// </param>
    /// <param name="scan">The tables, kept open for many children one after another.</param>
    /// <param name="cancel">The wish to stop.</param>
    public SearchResult OneChild(RescuedChild child, OneChildScan scan, CancellationToken cancel)
    {
        var hits = scan.Run(child.Profile, _children.Codes, _settings.Scan.Threads, cancel)
            .ConvertAll(it => new ScanHit(it, 0));
        var tooOpen = new HashSet<int>();
        var pairs = Exact(hits, _ => child, tooOpen, cancel);
        var ranker = new Ranker(_exact, _sought, _ => child);
        return new(ranker.Ranked(pairs, done: null, cancel), [], Named(tooOpen), _sought.Count, hits.Count);
    }

    /// <summary>The children who may be one of these missing members; the family need not be in the tables.</summary>
    public SearchResult OneFamily(Family family, TableCircumstances circumstances, CancellationToken cancel)
    {
        var sought = new SoughtMembers([family]);
        using var tables = new TableCompiler(circumstances, _settings.Scan.Threads).InMemory(sought, null, cancel);
        return new IndexSearch(_settings, _children, sought, tables) { ChildOf = ChildOf }
            .AllAgainstAll(progress: null, cancel);
    }

    /// <summary>The hits that reach the threshold, in their order.</summary>
    IEnumerable<FoundPair> Exact(
        IReadOnlyList<ScanHit> hits, Func<int, RescuedChild> childOf, HashSet<int> tooOpen, CancellationToken cancel)
    {
        var found = new FoundPair?[hits.Count];
        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = _settings.Scan.Threads,
            CancellationToken = cancel,
        };
        Parallel.For(0, hits.Count, parallel, i =>
        {
            var (member, slot) = (hits[i].Family, hits[i].Slot);
            try
            {
                var ratios = _exact.Of(_sought.FamilyOf(member), _sought.MissingOf(member), childOf(slot));
                if (ratios is not null) found[i] = new(member, slot, ratios);
            }
            catch (LikelihoodTooLargeException)
            {
                lock (tooOpen) tooOpen.Add(member);
            }
        });
        foreach (var pair in found)
            if (pair is { } it) yield return it;
    }

    (string Family, string Missing)[] Named(IEnumerable<int> members) => [.. members.Select(_sought.NamesOf)];

    static Action<double>? Report(IProgress<(string Stage, double Share)>? progress, string stage) =>
        progress is null ? null : share => progress.Report((stage, share));
}
