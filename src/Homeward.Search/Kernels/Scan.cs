using Homeward.Search.Index;
using Homeward.Search.Tables;

namespace Homeward.Search.Kernels;

/// <summary>Every family against every profile of an index.</summary>
public static class Scan
{
    /// <summary>Blocks a core takes at a time: 131,072 slots.</summary>
    const int BlocksAtATime = 256;

    /// <summary>Tiles of compiled tables a core takes at a time: 128 families, as <see cref="FamilyTile"/>.</summary>
    const int TilesAtATime = FamilyTile.Families / TileLayout.Lanes;

    /// <summary>Families for which a block of children is read from memory once.</summary>
    public const int FamiliesOfTile = FamilyTile.Families;

    /// <summary>Rows that tell most blocks apart, the best markers coming first.</summary>
    const int RowsBeforeLeaving = 8;

    /// <summary>
    /// The pairs that may reach the threshold of the family's table, and surely all that do, by family and then by
    /// slot. Families that cannot reach it have none.
    /// </summary>
    public static IReadOnlyList<ScanHit> Run(IReadOnlyList<ScanTable> families, ProfileIndex index, ScanOptions options)
    {
        var blockCount = Block.Count(index.SlotCount);
        var tiles = (families.Count + FamilyTile.Families - 1) / FamilyTile.Families;
        var parts = (blockCount + BlocksAtATime - 1) / BlocksAtATime;
        var found = new List<ScanHit>[tiles * parts];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads };
        Parallel.For(0, found.Length, parallel, work =>
        {
            using var tile = new FamilyTile(families, work / parts * FamilyTile.Families);
            found[work] = ScanPart(tile, index, work % parts * BlocksAtATime, options);
        });
        return InOrder(found, Math.Max(parts, 1));
    }

    /// <summary>
    /// The same over compiled tables, one segment of them at hand at a time, in the same order. Each tile's checksum is
    /// looked at when the tile is taken up: its bytes are read once.
    /// </summary>
    /// <param name="tables">The families.</param>
    /// <param name="index">The profiles.</param>
    /// <param name="options">How to scan.</param>
    /// <param name="done">Told the share scanned.</param>
    /// <param name="cancel">Looked at between tiles.</param>
    /// <exception cref="DamagedTablesException">A tile is not what was written.</exception>
    internal static IEnumerable<ScannedSegment> Run(
        FamilyTables tables, ProfileIndex index, ScanOptions options, Action<double>? done, CancellationToken cancel)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancel };
        var parts = Math.Max(1, (Block.Count(index.SlotCount) + BlocksAtATime - 1) / BlocksAtATime);
        var ready = 0L;
        for (var number = 0; number < tables.SegmentCount; number++)
        {
            using var segment = tables.Open(number);
            var found = new List<ScanHit>[(segment.TileCount + TilesAtATime - 1) / TilesAtATime * parts];
            var isDamaged = false;
            Parallel.For(0, found.Length, parallel, work =>
            {
                var first = segment.FirstTile + work / parts * TilesAtATime;
                var count = Math.Min(TilesAtATime, segment.FirstTile + segment.TileCount - first);
                if (work % parts == 0 && !tables.AreWhole(segment, first, count)) Volatile.Write(ref isDamaged, true);
                using var tile = new FamilyTile(segment, first, count);
                found[work] = ScanPart(tile, index, work % parts * BlocksAtATime, options);
                done?.Invoke((double)Interlocked.Add(ref ready, count) / ((long)tables.TileCount * parts));
            });
            if (isDamaged) throw new DamagedTablesException();
            yield return new(InOrder(found, parts), segment.NotScanned());
        }
    }

    /// <summary>
    /// Work is numbered by tile, then by part, and a tile's parts together are sorted: the order of a single thread.
    /// </summary>
    static IReadOnlyList<ScanHit> InOrder(List<ScanHit>[] found, int parts) =>
        [.. found.Chunk(parts).SelectMany(ofTile => ofTile.SelectMany(it => it).Order())];

    static List<ScanHit> ScanPart(FamilyTile tile, ProfileIndex index, int firstBlock, ScanOptions options)
    {
        var count = Math.Min(BlocksAtATime, Block.Count(index.SlotCount) - firstBlock);
        var leaveAfter = options.LeaveEarly ? RowsBeforeLeaving : FamilyRows.Never;
        return options.Kernel switch
        {
            ScanKernel.Scalar => tile.Scan<ScalarKernel>(index, firstBlock, count, leaveAfter),
            ScanKernel.Vector256 => tile.Scan<Vector256Kernel>(index, firstBlock, count, leaveAfter),
            ScanKernel.Vector512 => tile.Scan<Vector512Kernel>(index, firstBlock, count, leaveAfter),
        };
    }
}
