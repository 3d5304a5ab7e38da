using Homeward.Search.Index;
using Homeward.Search.Kernels;
using Homeward.Search.Ranking;
using Homeward.Search.Tables;

namespace Homeward.Search.Siblings;

/// <summary>
/// Full and half siblings among the rescued: every child against every other, by tables and kernels as in a search.
/// </summary>
/// <remarks>
/// A child compiles to a family in which it is typed and a sibling is sought; its row at a marker depends on its
/// genotype there alone, so few thousand rows serve a hundred thousand children. No pair over the threshold is lost.
/// </remarks>
public sealed class SiblingSearch(SearchSettings settings, IReadOnlyList<RescuedChild> children)
{
    /// <summary>Children whose tables are in memory at a time, 3 KiB each.</summary>
    const int AtATime = 4096;

    // Every survivor is calculated to the end, whatever its LR: the other relation may reach the threshold.
    readonly ExactRatio _exact = new(settings with { Threshold = double.MinValue });

    /// <returns>The pairs of which one relation reaches the threshold, by first and then by second child.</returns>
    /// <param name="progress">Told the share of the children that were compared with all.</param>
    /// <param name="cancel">The wish to stop.</param>
    public IReadOnlyList<SiblingPair> Run(IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        var pairs = new List<SiblingPair>();
        using var index = new ProfileIndex(settings.CodeBookFor(
            children.SelectMany(it => it.Profile.Genotypes.Keys).ToHashSet(StringComparer.Ordinal)));
        foreach (var child in children) index.Append(child.Profile);
        var compiler = new TableCircumstances(index, settings.Populations[0], settings.Threshold).Compiler();
        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = settings.Scan.Threads,
            CancellationToken = cancel,
        };
        for (var first = 0; first < children.Count; first += AtATime)
        {
            var count = Math.Min(AtATime, children.Count - first);
            var survivors = new SortedSet<ScanHit>();
            foreach (var relation in (SiblingRelation[])[SiblingRelation.Full, SiblingRelation.Half])
            {
                var tables = new ScanTable[count];
                Parallel.For(0, count, parallel, i =>
                {
                    var family = relation.FamilyOf(children[first + i].Profile);
                    tables[i] = ScanTable.Of(
                        index.Codes, compiler.Of(family, relation.SoughtMember).Scores, settings.Threshold);
                });
                foreach (var hit in Scan.Run(tables, index, settings.Scan))
                    // Each pair once, the earlier child as the typed one.
                    if (hit.Slot > first + hit.Family) survivors.Add(new(first + hit.Family, hit.Slot));
            }
            var exact = new SiblingPair[survivors.Count];
            var hits = survivors.ToArray();
            Parallel.For(0, hits.Length, parallel, i => exact[i] = PairOf(hits[i].Family, hits[i].Slot));
            pairs.AddRange(exact.Where(it => Math.Max(it.Log10Full, it.Log10Half) >= settings.Threshold));
            progress?.Report((double)(first + count) / children.Count);
        }
        return pairs;
    }

    /// <summary>Two children in full precision.</summary>
    internal SiblingPair PairOf(int first, int second)
    {
        return new(first, second, Log10(SiblingRelation.Full), Log10(SiblingRelation.Half));

        double Log10(SiblingRelation relation) => _exact.Of(
            relation.FamilyOf(children[first].Profile), relation.SoughtMember, children[second])
            ?.Min() ?? double.NegativeInfinity;
    }
}

/// <summary>Two children who may be siblings.</summary>
/// <param name="First">Place of the one in the list given.</param>
/// <param name="Second">Place of the other, behind the first.</param>
/// <param name="Log10Full">log10 LR, full siblings over unrelated; the smallest of the populations.</param>
/// <param name="Log10Half">log10 LR, half siblings over unrelated; the smallest of the populations.</param>
public sealed record SiblingPair(int First, int Second, double Log10Full, double Log10Half);
