using System.Numerics;

namespace Homeward.Search.Direct;

/// <summary>The markers in blocks: one partition of them, as even as can be.</summary>
/// <remarks>
/// Two profiles that differ in k markers share, of any k + 1 blocks that both have whole, one without a difference
/// (docs/math/identity.md).
/// </remarks>
sealed class MarkerBlocks
{
    readonly int[][] _markers;
    readonly UInt128[] _masks;

    /// <param name="order">The markers, those typed in most samples first.</param>
    /// <param name="count">Blocks, at most one a marker.</param>
    public MarkerBlocks(IReadOnlyList<int> order, int count)
    {
        _markers = [.. Enumerable.Range(0, count).Select(b =>
            order.Take((b + 1) * order.Count / count).Skip(b * order.Count / count).ToArray())];
        _masks = [.. _markers.Select(it => it.Aggregate(UInt128.Zero, (mask, m) => mask | UInt128.One << m))];
    }

    public int Count => _masks.Length;

    public bool IsWhole(int block, UInt128 typed) => (typed & _masks[block]) == _masks[block];

    /// <summary>Blocks that are whole.</summary>
    public int WholeOf(UInt128 typed)
    {
        var count = 0;
        foreach (var mask in _masks)
            if ((typed & mask) == mask) count++;
        return count;
    }

    public bool AreEqual(int block, ReadOnlySpan<ushort> a, ReadOnlySpan<ushort> b)
    {
        foreach (var m in _markers[block])
            if (a[m] != b[m]) return false;
        return true;
    }

    /// <summary>Equal for equal blocks, and hardly ever for others.</summary>
    public ulong KeyOf(int block, ReadOnlySpan<ushort> cells)
    {
        unchecked
        {
            var key = 0x9E3779B97F4A7C15ul;
            foreach (var m in _markers[block])
            {
                key = (key ^ cells[m]) * 0xBF58476D1CE4E5B9;
                key ^= BitOperations.RotateRight(key, 29);
            }
            return key;
        }
    }
}
