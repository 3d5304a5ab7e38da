using Homeward.Genetics.Primitives;

namespace Homeward.Genetics.Simulation;

/// <summary>Random numbers that are the same for the same seed on every machine and every version of .NET.</summary>
/// <remarks>SplitMix64: Steele, Lea &amp; Flood, "Fast splittable pseudorandom number generators" (2014).</remarks>
public sealed class SeededRandom(ulong seed)
{
    ulong _state = seed;

    public ulong NextBits()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }

    /// <summary>A number from 0 to below 1, in steps of 2⁻⁵³.</summary>
    public double NextShare() => (NextBits() >> 11) * (1.0 / (1L << 53));

    /// <summary>A whole number from 0 to below <paramref name="count"/>.</summary>
    public int NextBelow(int count)
    {
        Check.That(count > 0);
        return (int)Math.BigMul(NextBits(), (ulong)count, out _);
    }

    /// <summary>True with this probability.</summary>
    public bool NextIs(double probability) => NextShare() < probability;

    /// <summary>Puts the items into a random order.</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var other = NextBelow(i + 1);
            (items[i], items[other]) = (items[other], items[i]);
        }
    }

    /// <summary>Index drawn by weights that sum to <paramref name="sum"/>.</summary>
    public int NextIndex(ReadOnlySpan<double> weights, double sum = 1)
    {
        var left = NextShare() * sum;
        for (var i = 0; i < weights.Length; i++)
        {
            left -= weights[i];
            if (left < 0) return i;
        }
        // Only rounding brings us here: the last index that can be drawn at all.
        return weights.LastIndexOfAnyExcept(0.0);
    }
}
