using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Homeward.Search.Kernels;

/// <summary>What one core could do if a scan were these instructions and nothing else.</summary>
public static unsafe class CoreLimits
{
    const int Rounds = 4_000_000;
    const int Chains = 8;
    const int Runs = 5;

    /// <summary>Two-register byte shuffles a second, all in registers; null without AVX-512 VBMI.</summary>
    public static double? Shuffles => Avx512Vbmi.IsSupported ? Rate(ShuffleChains) : null;

    /// <summary>Load, shuffle and saturating addition a second, from the first-level cache.</summary>
    public static double? Steps => Avx512Vbmi.IsSupported ? Rate(StepChains) : null;

    /// <summary>Bytes a second that one core reads of memory too large for any cache.</summary>
    public static double BytesRead()
    {
        const int Length = 1 << 28;
        using var memory = new AlignedMemory(Length);
        memory.Span.Fill(1);
        return Length / Enumerable.Range(0, Runs).Min(_ => Seconds(() => Sum(memory.Memory.Span)));
    }

    static double Rate(Func<Vector512<byte>> work) =>
        (double)Chains * Rounds / Enumerable.Range(0, Runs).Min(_ => Seconds(work));

    static double Seconds(Func<Vector512<byte>> work)
    {
        var start = Stopwatch.GetTimestamp();
        GC.KeepAlive(work());
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static Vector512<byte> Sum(Span<byte> bytes)
    {
        unchecked
        {
            Vector512<byte> a = default, b = default, c = default, d = default;
            fixed (byte* start = bytes)
                for (nint at = 0; at < bytes.Length; at += 256)
                {
                    a += Vector512.Load(start + at);
                    b += Vector512.Load(start + at + 64);
                    c += Vector512.Load(start + at + 128);
                    d += Vector512.Load(start + at + 192);
                }
            return a + b + c + d;
        }
    }

    /// <summary>Eight chains that do not wait for one another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static Vector512<byte> ShuffleChains()
    {
        unchecked
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
    }

    /// <summary>The inner step of the scan on eight lines of codes that stay in the first-level cache.</summary>
    static Vector512<byte> StepChains()
    {
        // Aligned as blocks are: a line of codes that lies across two lines of the cache takes two loads.
        using var codes = new AlignedMemory(2 * Block.Slots);
        for (var i = 0; i < codes.Span.Length; i++) codes.Span[i] = unchecked((byte)(i * 37));
        fixed (byte* start = codes.Span) return StepChains(start);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static Vector512<byte> StepChains(byte* codes)
    {
        unchecked
        {
            var low = Vector512.CreateSequence<byte>(0, 3);
            var high = Vector512.CreateSequence<byte>(7, 5);
            Vector512<byte> a = default, b = default, c = default, d = default;
            Vector512<byte> e = default, f = default, g = default, h = default;
            for (var round = 0; round < Rounds; round++)
            {
                var at = codes + (round & 1) * Block.Slots;
                a = Avx512BW.AddSaturate(a, Avx512Vbmi.PermuteVar64x8x2(low, Vector512.Load(at), high));
                b = Avx512BW.AddSaturate(b, Avx512Vbmi.PermuteVar64x8x2(low, Vector512.Load(at + 64), high));
                c = Avx512BW.AddSaturate(c, Avx512Vbmi.PermuteVar64x8x2(low, Vector512.Load(at + 128), high));
                d = Avx512BW.AddSaturate(d, Avx512Vbmi.PermuteVar64x8x2(low, Vector512.Load(at + 192), high));
                e = Avx512BW.AddSaturate(e, Avx512Vbmi.PermuteVar64x8x2(low, Vector512.Load(at + 256), high));
                f = Avx512BW.AddSaturate(f, Avx512Vbmi.PermuteVar64x8x2(low, Vector512.Load(at + 320), high));
                g = Avx512BW.AddSaturate(g, Avx512Vbmi.PermuteVar64x8x2(low, Vector512.Load(at + 384), high));
                h = Avx512BW.AddSaturate(h, Avx512Vbmi.PermuteVar64x8x2(low, Vector512.Load(at + 448), high));
            }
            return a ^ b ^ c ^ d ^ e ^ f ^ g ^ h;
        }
    }
}
