using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Homeward.Search.Kernels;

/// <summary>
/// AVX-512 VBMI: 64 look-ups in one instruction, the 128 deficits of a marker being two registers. The sums of all 512
/// slots stay in eight registers, so a table is loaded once a block.
/// </summary>
readonly struct Vector512Kernel : IBlockKernel
{
    public static bool IsSupported => Avx512Vbmi.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static unsafe bool Scan(byte* block, FamilyRows family, ulong* survivors)
    {
        unchecked
        {
            Vector512<byte> s0 = default, s1 = default, s2 = default, s3 = default;
            Vector512<byte> s4 = default, s5 = default, s6 = default, s7 = default;
            for (var row = 0; row < family.Count;)
            {
                var next = Math.Min(row + FamilyRows.BetweenLooks, family.Count);
                for (; row < next; row++)
                {
                    var low = Vector512.Load(family.Tables + row * 128);
                    var high = Vector512.Load(family.Tables + row * 128 + 64);
                    var codes = block + family.Columns[row] * Block.Slots;
                    s0 = Add(s0, low, codes, high);
                    s1 = Add(s1, low, codes + 64, high);
                    s2 = Add(s2, low, codes + 128, high);
                    s3 = Add(s3, low, codes + 192, high);
                    s4 = Add(s4, low, codes + 256, high);
                    s5 = Add(s5, low, codes + 320, high);
                    s6 = Add(s6, low, codes + 384, high);
                    s7 = Add(s7, low, codes + 448, high);
                }
                if (row >= family.LeaveAfter && AllLost(s0 & s1 & s2 & s3 & s4 & s5 & s6 & s7)) return false;
            }
            if (AllLost(s0 & s1 & s2 & s3 & s4 & s5 & s6 & s7)) return false;
            survivors[0] = Below255(s0);
            survivors[1] = Below255(s1);
            survivors[2] = Below255(s2);
            survivors[3] = Below255(s3);
            survivors[4] = Below255(s4);
            survivors[5] = Below255(s5);
            survivors[6] = Below255(s6);
            survivors[7] = Below255(s7);
            return true;
        }
    }

    static unsafe Vector512<byte> Add(Vector512<byte> sums, Vector512<byte> low, byte* codes, Vector512<byte> high) =>
        Avx512BW.AddSaturate(sums, Avx512Vbmi.PermuteVar64x8x2(low, Vector512.Load(codes), high));

    static bool AllLost(Vector512<byte> smallest) => smallest == Vector512<byte>.AllBitsSet;

    static ulong Below255(Vector512<byte> sums) =>
        ~Vector512.Equals(sums, Vector512<byte>.AllBitsSet).ExtractMostSignificantBits();
}
