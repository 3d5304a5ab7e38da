using System.Numerics;
using Homeward.Search.Index;
using Homeward.Search.Tables;

namespace Homeward.Search.Kernels;

/// <summary>
/// Some families' tables one after another on cache lines: few enough to stay in a core's second-level cache while
/// block after block passes through the first.
/// </summary>
sealed unsafe class FamilyTile : IDisposable
{
    /// <summary>24 markers of 128 bytes: 384 KiB.</summary>
    public const int Families = 128;

    readonly AlignedMemory _tables;
    readonly int _first;
    readonly bool[] _canReach;
    readonly int[] _columns;
    readonly int[] _firstRows;

    /// <param name="all">All families of the scan.</param>
    /// <param name="first">The first one of this tile.</param>
    public FamilyTile(IReadOnlyList<ScanTable> all, int first)
    {
        _first = first;
        var families = all.Skip(first).Take(Families).ToArray();
        _columns = [.. families.SelectMany(it => it.Columns)];
        _tables = new(_columns.Length * 128);
        _firstRows = new int[families.Length + 1];
        for (var i = 0; i < families.Length; i++)
        {
            families[i].Deficits.CopyTo(_tables.Span[(_firstRows[i] * 128)..]);
            _firstRows[i + 1] = _firstRows[i] + families[i].Columns.Length;
        }
        _canReach = [.. families.Select(it => it.CanReach)];
    }

    /// <summary>The families of some tiles of compiled tables.</summary>
    /// <param name="segment">Where the tiles are.</param>
    /// <param name="firstTile">The first of them.</param>
    /// <param name="tileCount">How many.</param>
    public FamilyTile(TableSegment segment, int firstTile, int tileCount)
    {
        _first = firstTile * TileLayout.Lanes;
        _canReach = new bool[tileCount * TileLayout.Lanes];
        _firstRows = new int[_canReach.Length + 1];
        var columns = new List<int>();
        for (var family = 0; family < _canReach.Length; family++)
        {
            var tile = segment.Tile(firstTile + family / TileLayout.Lanes);
            var lane = family % TileLayout.Lanes;
            _canReach[family] = tile.StateOf(lane) == TableState.Scanned;
            if (_canReach[family])
                foreach (var column in tile.ColumnsOf(lane)) columns.Add(column);
            _firstRows[family + 1] = columns.Count;
        }
        _columns = [.. columns];
        _tables = new(_columns.Length * MarkerCodes.Count);
        for (var family = 0; family < _canReach.Length; family++)
        {
            var tile = segment.Tile(firstTile + family / TileLayout.Lanes);
            for (var row = _firstRows[family]; row < _firstRows[family + 1]; row++)
                tile.CopyRow(family % TileLayout.Lanes, _columns[row], RowOf(row));
        }
    }

    Span<byte> RowOf(int row) => _tables.Span.Slice(row * MarkerCodes.Count, MarkerCodes.Count);

    /// <summary>Finds every surviving pair of these families and some blocks of an index, block after block.</summary>
    /// <param name="index">Where the blocks are.</param>
    /// <param name="firstBlock">The first of them.</param>
    /// <param name="blockCount">How many.</param>
    /// <param name="leaveAfter">See <see cref="FamilyRows.LeaveAfter"/>.</param>
    public List<ScanHit> Scan<TKernel>(ProfileIndex index, int firstBlock, int blockCount, int leaveAfter)
        where TKernel : struct, IBlockKernel
    {
        unchecked
        {
            var survivors = stackalloc ulong[Block.Words];
            var hits = new List<ScanHit>();
            fixed (byte* blocks = index.Blocks.Span, tables = _tables.Span)
            fixed (int* columns = _columns)
                for (var number = firstBlock; number < firstBlock + blockCount; number++)
                {
                    var block = blocks + (nint)number * index.BlockBytes;
                    var occupied = (ulong*)(block + index.BlockBytes - Block.OccupiedBytes);
                    for (var family = 0; family < _canReach.Length; family++)
                    {
                        if (!_canReach[family]) continue;
                        var row = _firstRows[family];
                        var rows = new FamilyRows(
                            tables + row * 128, columns + row, _firstRows[family + 1] - row, leaveAfter);
                        if (TKernel.Scan(block, rows, survivors))
                            Collect(_first + family, number * Block.Slots, survivors, occupied, hits);
                    }
                }
            return hits;
        }
    }

    public void Dispose() => _tables.Dispose();

    static void Collect(int family, int firstSlot, ulong* survivors, ulong* occupied, List<ScanHit> hits)
    {
        unchecked
        {
            for (var word = 0; word < Block.Words; word++)
                for (var bits = survivors[word] & occupied[word]; bits != 0; bits &= bits - 1)
                    hits.Add(new(family, firstSlot + word * 64 + BitOperations.TrailingZeroCount(bits)));
        }
    }
}
