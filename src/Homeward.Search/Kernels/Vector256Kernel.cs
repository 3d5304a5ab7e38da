using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Homeward.Search.Kernels;

/// <summary>AVX2: a look-up among 128 deficits is eight look-ups among 16, of which all but one cancel.</summary>
/// <remarks>
/// A byte shuffle looks up by the low four bits and gives 0 where the highest bit is set. Of a code c in the 16-byte
/// part s, the parts 0 … s see c − 16·part ≥ 0 and look up its low bits, the parts after s see a negative number and
/// give 0. So each part holds its deficits XOR those of the part before, and the XOR of all eight is what part s held.
/// </remarks>
readonly struct Vector256Kernel : IBlockKernel
{
    const int Step = 32;

    public static bool IsSupported => Avx2.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static unsafe bool Scan(byte* block, FamilyRows family, ulong* survivors)
    {
        unchecked
        {
            var sums = stackalloc byte[Block.Slots];
            new Span<byte>(sums, Block.Slots).Clear();
            for (var row = 0; row < family.Count;)
            {
                var next = Math.Min(row + FamilyRows.BetweenLooks, family.Count);
                for (; row < next; row++)
                    AddRow(sums, family.Tables + row * 128, block + family.Columns[row] * Block.Slots);
                if (row >= family.LeaveAfter && AllLost(sums)) return false;
            }
            if (AllLost(sums)) return false;
            for (var slot = 0; slot < Block.Slots; slot += Step)
                ((uint*)survivors)[slot / Step] = Below255(Vector256.Load(sums + slot));
            return true;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static unsafe void AddRow(byte* sums, byte* table, byte* codes)
    {
        unchecked
        {
            var part0 = Part(table, 0);
            var part1 = Part(table, 16) ^ Part(table, 0);
            var part2 = Part(table, 32) ^ Part(table, 16);
            var part3 = Part(table, 48) ^ Part(table, 32);
            var part4 = Part(table, 64) ^ Part(table, 48);
            var part5 = Part(table, 80) ^ Part(table, 64);
            var part6 = Part(table, 96) ^ Part(table, 80);
            var part7 = Part(table, 112) ^ Part(table, 96);
            var sixteen = Vector256.Create((byte)16);
            for (var slot = 0; slot < Block.Slots; slot += Step)
            {
                var code = Vector256.Load(codes + slot);
                var deficit = Avx2.Shuffle(part0, code);
                deficit ^= Avx2.Shuffle(part1, code -= sixteen);
                deficit ^= Avx2.Shuffle(part2, code -= sixteen);
                deficit ^= Avx2.Shuffle(part3, code -= sixteen);
                deficit ^= Avx2.Shuffle(part4, code -= sixteen);
                deficit ^= Avx2.Shuffle(part5, code -= sixteen);
                deficit ^= Avx2.Shuffle(part6, code -= sixteen);
                deficit ^= Avx2.Shuffle(part7, code - sixteen);
                Avx2.AddSaturate(Vector256.Load(sums + slot), deficit).Store(sums + slot);
            }
        }
    }

    static unsafe Vector256<byte> Part(byte* table, int start)
    {
        var part = Vector128.Load(table + start);
        return Vector256.Create(part, part);
    }

    static uint Below255(Vector256<byte> sums) =>
        ~Vector256.Equals(sums, Vector256<byte>.AllBitsSet).ExtractMostSignificantBits();

    static unsafe bool AllLost(byte* sums)
    {
        var smallest = Vector256<byte>.AllBitsSet;
        for (var slot = 0; slot < Block.Slots; slot += Step) smallest &= Vector256.Load(sums + slot);
        return smallest == Vector256<byte>.AllBitsSet;
    }
}
