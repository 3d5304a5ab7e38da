using System.Buffers;

namespace Homeward.Search.Tables;

/// <summary>Some consecutive tiles whose bytes are at hand until it is disposed of.</summary>
public sealed class TableSegment : IDisposable
{
    readonly TileLayout _layout;
    readonly IMemoryOwner<byte> _bytes;

    internal TableSegment(TileLayout layout, int firstTile, int tileCount, IMemoryOwner<byte> bytes) =>
        (_layout, FirstTile, TileCount, _bytes) = (layout, firstTile, tileCount, bytes);

    public int FirstTile { get; }
    public int TileCount { get; }

    internal TileLayout Layout => _layout;

    /// <param name="number">From <see cref="FirstTile"/> on.</param>
    internal TableTile Tile(int number) =>
        new(_layout, _bytes.Memory.Span.Slice((number - FirstTile) * _layout.Bytes, _layout.Bytes));

    /// <summary>The bytes of a tile, as they are saved and hashed.</summary>
    internal ReadOnlyMemory<byte> BytesOf(int number) =>
        _bytes.Memory.Slice((number - FirstTile) * _layout.Bytes, _layout.Bytes);

    /// <summary>Missing members of these tiles that are not scanned, with the reason.</summary>
    internal List<(int Member, TableState State)> NotScanned()
    {
        var found = new List<(int, TableState)>();
        for (var tile = FirstTile; tile < FirstTile + TileCount; tile++)
            for (var lane = 0; lane < TileLayout.Lanes; lane++)
                if (Tile(tile).StateOf(lane) is (TableState.Unreachable or TableState.TooOpen) and var state)
                    found.Add((tile * TileLayout.Lanes + lane, state));
        return found;
    }

    public void Dispose() => _bytes.Dispose();
}
