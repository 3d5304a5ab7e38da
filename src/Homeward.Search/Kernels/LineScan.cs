using System.Numerics;
using System.Runtime.Intrinsics;
using Homeward.Search.Tables;

namespace Homeward.Search.Kernels;

/// <summary>
/// One profile against many compiled families: one line of 64 deficits a column, added up for 64 families at once.
/// </summary>
/// <remarks>The same bytes as <see cref="Scan"/> adds, so the same pairs survive in either direction.</remarks>
static class LineScan
{
    /// <summary>Adds the surviving families of some tiles, in order.</summary>
    /// <param name="segment">Where the tiles are.</param>
    /// <param name="firstTile">The first of them.</param>
    /// <param name="tileCount">How many.</param>
    /// <param name="codes">The profile's code by column.</param>
    /// <param name="hits">Receives numbers of missing members.</param>
    public static void Run(
        TableSegment segment, int firstTile, int tileCount, ReadOnlySpan<byte> codes, List<int> hits)
    {
        unchecked
        {
            for (var number = firstTile; number < firstTile + tileCount; number++)
            {
                var tile = segment.Tile(number);
                var survivors = Survivors(tile, codes[..segment.Layout.Columns]);
                if (survivors == 0) continue;
                for (survivors &= tile.Scanned; survivors != 0; survivors &= survivors - 1)
                    hits.Add(number * TileLayout.Lanes + BitOperations.TrailingZeroCount(survivors));
            }
        }
    }

    static ulong Survivors(TableTile tile, ReadOnlySpan<byte> codes)
    {
        var sums = Vector512<byte>.Zero;
        for (var column = 0; column < codes.Length; column++)
            sums = Vector512.AddSaturate(sums, Vector512.Create(tile.Line(column, codes[column])));
        return ~Vector512.Equals(sums, Vector512<byte>.AllBitsSet).ExtractMostSignificantBits();
    }
}
