using System.Buffers;
using System.Security.Cryptography;
using Homeward.Genetics.Primitives;

namespace Homeward.Search.Tables;

/// <summary>
/// The compiled tables of many families, tile after tile, in memory or in a mapped file. A segment of tiles is opened
/// when it is needed, so a nation's three gigabytes need not be in memory at once.
/// </summary>
public sealed class FamilyTables : IDisposable
{
    /// <summary>Tiles of a segment: 98 MiB with 24 columns.</summary>
    public const int TilesOfSegment = 512;

    readonly Func<int, IMemoryOwner<byte>> _open;
    readonly IDisposable? _owner;

    /// <param name="columns">Columns with scores.</param>
    /// <param name="count">Missing members, each a lane.</param>
    /// <param name="open">The bytes of a segment's tiles.</param>
    /// <param name="owner">Released with the tables.</param>
    internal FamilyTables(int columns, int count, Func<int, IMemoryOwner<byte>> open, IDisposable? owner)
    {
        Check.That(columns is > 0 and < TileLayout.NoMoreColumns && count >= 0);
        (Layout, Count, _open, _owner) = (new(columns), count, open, owner);
    }

    /// <summary>Missing members compiled.</summary>
    public int Count { get; }

    public int TileCount => TileLayout.Count(Count);
    public int SegmentCount => (TileCount + TilesOfSegment - 1) / TilesOfSegment;
    internal TileLayout Layout { get; }

    /// <summary>SHA-256 by tile; empty for tables that never were in a file.</summary>
    internal ReadOnlyMemory<byte> TileHashes { get; init; }

    /// <summary>The tiles of a segment: from <c>number · TilesOfSegment</c> on.</summary>
    public TableSegment Open(int number)
    {
        var first = number * TilesOfSegment;
        return new(Layout, first, Math.Min(TilesOfSegment, TileCount - first), _open(number));
    }

    /// <summary>Whether some tiles of an open segment are what was written.</summary>
    internal bool AreWhole(TableSegment segment, int firstTile, int tileCount)
    {
        if (TileHashes.IsEmpty) return true;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        for (var tile = firstTile; tile < firstTile + tileCount; tile++)
        {
            SHA256.HashData(segment.BytesOf(tile).Span, hash);
            if (!hash.SequenceEqual(TileHashes.Span.Slice(tile * hash.Length, hash.Length))) return false;
        }
        return true;
    }

    public void Dispose() => _owner?.Dispose();
}
