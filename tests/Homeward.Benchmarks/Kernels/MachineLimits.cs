using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Homeward.Benchmarks.Kernels;

/// <summary>What one core could do if a scan were its shuffles and nothing else.</summary>
static class MachineLimits
{
    const int Rounds = 20_000_000;
    const int Chains = 8;

    public static void Print(TextWriter output, int markers)
    {
        if (!Avx512Vbmi.IsSupported) return;
        var seconds = Enumerable.Range(0, 5).Select(_ => Time(Shuffles)).Min();
        var shuffles = Chains * (double)Rounds / seconds;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"one core: {shuffles / 1e9:F2} G two-register byte shuffles a second, so at most " +
            $"{shuffles * 64 / markers / 1e9:F2} G pairs/s of {markers} markers unless blocks are left early"));
    }

    /// <summary>Eight chains that do not wait for one another, all in registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static Vector512<byte> Shuffles()
    {
        var low = Vector512.CreateSequence<byte>(0, 3);
        var high = Vector512.CreateSequence<byte>(7, 5);
        Vector512<byte> a = low, b = high, c = low + high, d = low - high, e = ~a, f = ~b, g = ~c, h = ~d;
        for (var round = 0; round < Rounds; round++)
        {
            a = Avx512Vbmi.PermuteVar64x8x2(low, a, high);
            b = Avx512Vbmi.PermuteVar64x8x2(low, b, high);
            c = Avx512Vbmi.PermuteVar64x8x2(low, c, high);
            d = Avx512Vbmi.PermuteVar64x8x2(low, d, high);
            e = Avx512Vbmi.PermuteVar64x8x2(low, e, high);
            f = Avx512Vbmi.PermuteVar64x8x2(low, f, high);
            g = Avx512Vbmi.PermuteVar64x8x2(low, g, high);
            h = Avx512Vbmi.PermuteVar64x8x2(low, h, high);
        }
        return a ^ b ^ c ^ d ^ e ^ f ^ g ^ h;
    }

    static double Time(Func<Vector512<byte>> work)
    {
        var start = Environment.CpuUsage.TotalTime;
        GC.KeepAlive(work());
        return (Environment.CpuUsage.TotalTime - start).TotalSeconds;
    }
}
