using System.Numerics;
using System.Runtime.CompilerServices;

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
    readonly int[] _columns;
    readonly int[] _firstRows;

    /// <param name="all">All families of the scan.</param>
    /// <param name="first">The first one of this tile.</param>
    public FamilyTile(IReadOnlyList<ScanTable> all, int first)
    {
        FirstFamily = first;
        var families = all.Skip(first).Take(Families).ToArray();
        _columns = [.. families.SelectMany(it => it.Columns)];
        _tables = new(_columns.Length * 128);
        _firstRows = new int[families.Length + 1];
        for (var i = 0; i < families.Length; i++)
        {
            families[i].Deficits.CopyTo(_tables.Span[(_firstRows[i] * 128)..]);
            _firstRows[i + 1] = _firstRows[i] + families[i].Columns.Length;
        }
        CanReach = [.. families.Select(it => it.CanReach)];
    }

    public int FirstFamily { get; }

    /// <summary>Adds every surviving pair of these families and the blocks given, block after block.</summary>
    /// <param name="blocks">Whole blocks.</param>
    /// <param name="blockBytes">Length of a block.</param>
    /// <param name="firstSlot">Slot at which the first of these blocks starts.</param>
    /// <param name="leaveAfter">See <see cref="FamilyRows.LeaveAfter"/>.</param>
    /// <param name="hits">Receives the pairs.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]               // the first call may last the whole run
    public void Scan<TKernel>(ReadOnlySpan<byte> blocks, int blockBytes, int firstSlot, int leaveAfter, List<ScanHit> hits)
        where TKernel : struct, IBlockKernel
    {
        unchecked
        {
            var survivors = stackalloc ulong[Block.Words];
            fixed (byte* start = blocks, tables = _tables.Span)
            fixed (int* columns = _columns)
                for (var block = start; block < start + blocks.Length; block += blockBytes, firstSlot += Block.Slots)
                    for (var family = 0; family < CanReach.Length; family++)
                    {
                        if (!CanReach[family]) continue;
                        var row = _firstRows[family];
                        var rows = new FamilyRows(
                            tables + row * 128, columns + row, _firstRows[family + 1] - row, leaveAfter);
                        if (!TKernel.Scan(block, rows, survivors)) continue;
                        var occupied = (ulong*)(block + blockBytes - Block.OccupiedBytes);
                        Collect(FirstFamily + family, firstSlot, survivors, occupied, hits);
                    }
        }
    }

    public void Dispose() => _tables.Dispose();

    bool[] CanReach { get; }

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
