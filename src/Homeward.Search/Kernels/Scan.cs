using Homeward.Search.Index;

namespace Homeward.Search.Kernels;

/// <summary>Every family against every profile of an index.</summary>
public static class Scan
{
    /// <summary>Blocks a core takes at a time: 131,072 slots.</summary>
    const int BlocksAtATime = 256;

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
        // Work is numbered by tile, then by part, and a tile's parts together are sorted: the order of a single thread.
        return [.. found.Chunk(Math.Max(parts, 1)).SelectMany(ofTile => ofTile.SelectMany(it => it).Order())];
    }

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
