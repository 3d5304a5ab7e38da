using Homeward.Genetics.Profiles;
using Homeward.Search.Index;
using Homeward.Search.Kernels;

namespace Homeward.Search.Tables;

/// <summary>Compiled tables kept at hand for one child after another.</summary>
public sealed class OneChildScan : IDisposable
{
    readonly TableSegment[] _segments;

    public OneChildScan(FamilyTables tables) =>
        _segments = [.. Enumerable.Range(0, tables.SegmentCount).Select(tables.Open)];

    /// <summary>
    /// Numbers of the missing members that may reach the threshold with a profile.
    /// </summary>
    /// <param name="child">Its alleles outside the ladder are among those the tables were compiled for.</param>
    /// <param name="codes">What the tables were compiled for.</param>
    /// <param name="threads">Cores.</param>
    /// <param name="cancel">Looked at between segments.</param>
    public List<int> Run(Profile child, CodeBook codes, int threads, CancellationToken cancel)
    {
        byte[] read = [.. codes.Markers.Select(it => it.CodeIn(child))];
        var found = new List<int>[_segments.Length];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel };
        Parallel.For(0, found.Length, parallel, number =>
        {
            found[number] = [];
            var segment = _segments[number];
            LineScan.Run(segment, segment.FirstTile, segment.TileCount, read, found[number]);
        });
        return [.. found.SelectMany(it => it)];
    }

    public void Dispose()
    {
        foreach (var segment in _segments) segment.Dispose();
    }
}
