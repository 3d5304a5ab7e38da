using Homeward.Genetics.Kinship;
using Homeward.Genetics.Likelihood;
using Homeward.Genetics.Markers;
using Homeward.Search.Compiling;
using Homeward.Search.Index;
using Homeward.Search.Kernels;

namespace Homeward.Search.Ranking;

/// <summary>
/// Every missing member against every rescued child: compile, scan, calculate the survivors exactly, rank.
/// </summary>
public sealed class FamilySearch
{
    readonly SearchSettings _settings;
    readonly IReadOnlyList<RescuedChild> _children;
    readonly CodeBook _codes;

    /// <param name="settings">What is taken for granted.</param>
    /// <param name="children">Ids differ.</param>
    public FamilySearch(SearchSettings settings, IReadOnlyList<RescuedChild> children)
    {
        (_settings, _children) = (settings, children);
        _codes = new([.. settings.Markers.Select(it => CodesOf(settings.Populations[0], it))]);
    }

    /// <param name="families">Families with their missing members.</param>
    /// <param name="progress">Told the share of the families compiled and of the survivors calculated, 0 to 1
    /// each.</param>
    public SearchResult Run(IReadOnlyList<Family> families, IProgress<(string Stage, double Share)>? progress = null)
    {
        using var index = Indexed();
        var outside = OutsideAlleles(index);
        var sought = families
            .SelectMany(family => family.Missing.Select(missing => (Family: family, Missing: missing))).ToArray();
        var isTooOpen = new bool[sought.Length];
        var tables = Compiled(sought, outside, isTooOpen, progress);
        var hits = Scan.Run(tables, index, _settings.Scan);
        var found = Exact(sought, hits, isTooOpen, progress);
        var candidates = new Ranker(_settings, _children, families).Ranked(found);
        return new(
            candidates,
            Named(i => !tables[i].CanReach && !isTooOpen[i]),
            Named(i => isTooOpen[i]),
            (long)_children.Count * sought.Length,
            hits.Count);

        (string, string)[] Named(Func<int, bool> which) =>
            [.. sought.Index().Where(it => which(it.Index)).Select(it =>
                (it.Item.Family.Id, it.Item.Family.Pedigree.Members[it.Item.Missing].Id))];
    }

    static MarkerCodes CodesOf(MarkerLadders population, string marker)
    {
        var ladder = population.Of(marker, []);
        return new(marker, ladder.Alleles, ladder.Model.Founder[..ladder.Model.VisibleCount].ToArray());
    }

    ProfileIndex Indexed()
    {
        var index = new ProfileIndex(_codes);
        foreach (var child in _children) index.Append(child.Profile);
        return index;
    }

    /// <summary>By marker, the sets of alleles outside the ladder that some child has together.</summary>
    Dictionary<string, IReadOnlyList<Allele[]>> OutsideAlleles(ProfileIndex index)
    {
        var outside = new Dictionary<string, IReadOnlyList<Allele[]>>(StringComparer.Ordinal);
        foreach (var marker in _codes.Markers)
        {
            var ladder = _settings.Populations[0].Of(marker.Marker, []);
            outside[marker.Marker] = [.. index.SharedGenotypesAt(marker.Marker)
                .Select(it => new[] { it.Low, it.High }.Distinct().Where(x => ladder.IndexOf(x) < 0).ToArray())
                .Where(it => it.Length > 0)
                .DistinctBy(it => string.Join(' ', it))];
        }
        return outside;
    }

    ScanTable[] Compiled(
        (Family Family, int Missing)[] sought,
        Dictionary<string, IReadOnlyList<Allele[]>> outside,
        bool[] isTooOpen,
        IProgress<(string, double)>? progress)
    {
        var tables = new ScanTable[sought.Length];
        var done = 0;
        Parallel.For(0, sought.Length, new() { MaxDegreeOfParallelism = _settings.Scan.Threads }, i =>
        {
            try
            {
                var family = CompiledFamily.Of(
                    sought[i].Family, sought[i].Missing, _codes, _settings.Populations[0], it => outside[it]);
                tables[i] = ScanTable.Of(_codes, family.Scores, _settings.Threshold);
            }
            catch (LikelihoodTooLargeException)
            {
                (tables[i], isTooOpen[i]) = (ScanTable.Unreachable, true);
            }
            if (Interlocked.Increment(ref done) % 256 == 0)
                progress?.Report(("compiling families", (double)done / sought.Length));
        });
        return tables;
    }

    ExactPair[] Exact(
        (Family Family, int Missing)[] sought,
        IReadOnlyList<ScanHit> hits,
        bool[] isTooOpen,
        IProgress<(string, double)>? progress)
    {
        var pairs = new ExactPair?[hits.Count];
        var done = 0;
        Parallel.For(0, hits.Count, new() { MaxDegreeOfParallelism = _settings.Scan.Threads }, i =>
        {
            var (family, missing) = sought[hits[i].Family];
            try
            {
                pairs[i] = ExactPair.Of(family, missing, _children[hits[i].Slot], _settings);
            }
            catch (LikelihoodTooLargeException)
            {
                isTooOpen[hits[i].Family] = true;
            }
            if (Interlocked.Increment(ref done) % 64 == 0)
                progress?.Report(("calculating exactly", (double)done / hits.Count));
        });
        return [.. pairs.OfType<ExactPair>()];
    }
}
