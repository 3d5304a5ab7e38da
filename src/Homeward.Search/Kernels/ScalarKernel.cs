using System.Runtime.CompilerServices;

namespace Homeward.Search.Kernels;

/// <summary>The reference: plain arithmetic, sums that are wide enough instead of sums that stop.</summary>
readonly struct ScalarKernel : IBlockKernel
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static unsafe bool Scan(byte* block, FamilyRows family, ulong* survivors)
    {
        unchecked
        {
            var sums = stackalloc ushort[Block.Slots];
            new Span<ushort>(sums, Block.Slots).Clear();
            for (var row = 0; row < family.Count;)
            {
                AddRow(sums, family.Tables + row * 128, block + family.Columns[row] * Block.Slots);
                row++;
                if (row >= family.LeaveAfter && row % FamilyRows.BetweenLooks == 0 && AllLost(sums)) return false;
            }
            if (AllLost(sums)) return false;
            new Span<ulong>(survivors, Block.Words).Clear();
            for (var slot = 0; slot < Block.Slots; slot++)
                if (sums[slot] <= ScanTable.Allowed) survivors[slot / 64] |= 1UL << slot;
            return true;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static unsafe void AddRow(ushort* sums, byte* table, byte* codes)
    {
        unchecked
        {
            for (var slot = 0; slot < Block.Slots; slot++)
                sums[slot] += table[codes[slot]];
        }
    }

    static unsafe bool AllLost(ushort* sums) =>
        !new ReadOnlySpan<ushort>(sums, Block.Slots).ContainsAnyInRange((ushort)0, (ushort)ScanTable.Allowed);
}
