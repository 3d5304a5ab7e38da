using System.Buffers.Binary;
using Homeward.Search.Index;
using Homeward.Search.Kernels;

namespace Homeward.Search.Tables;

/// <summary>64 compiled families in the layout of <see cref="TileLayout"/>.</summary>
readonly ref struct TableTile(TileLayout layout, Span<byte> bytes)
{
    readonly Span<byte> _bytes = bytes[..layout.Bytes];

    public ReadOnlySpan<byte> Line(int column, int code) =>
        _bytes.Slice(TileLayout.LineAt(column, code), TileLayout.Lanes);

    public TableState StateOf(int lane) => (TableState)_bytes[layout.StateAt(lane)];

    public UInt128 KeyOf(int lane) => BinaryPrimitives.ReadUInt128LittleEndian(_bytes[layout.KeyAt(lane)..]);

    /// <summary>One bit for each lane that is scanned.</summary>
    public ulong Scanned
    {
        get
        {
            var scanned = 0UL;
            for (var lane = 0; lane < TileLayout.Lanes; lane++)
                if (StateOf(lane) == TableState.Scanned) scanned |= 1UL << lane;
            return scanned;
        }
    }

    /// <summary>The columns that tell children apart, the most telling one first.</summary>
    public ReadOnlySpan<byte> ColumnsOf(int lane)
    {
        var order = _bytes.Slice(layout.OrderAt(lane), layout.Columns);
        var end = order.IndexOf(TileLayout.NoMoreColumns);
        return end < 0 ? order : order[..end];
    }

    /// <summary>128 deficits of one lane and column.</summary>
    public void CopyRow(int lane, int column, Span<byte> row)
    {
        var source = _bytes[(TileLayout.LineAt(column, 0) + lane)..];
        for (var code = 0; code < MarkerCodes.Count; code++) row[code] = source[code * TileLayout.Lanes];
    }

    /// <param name="lane">A lane that nothing has been put into: its deficits are 0.</param>
    /// <param name="key">Digest of what the table was compiled from.</param>
    /// <param name="state">What became of it.</param>
    /// <param name="table">Its deficits.</param>
    public void Put(int lane, UInt128 key, TableState state, ScanTable table)
    {
        BinaryPrimitives.WriteUInt128LittleEndian(_bytes[layout.KeyAt(lane)..], key);
        _bytes[layout.StateAt(lane)] = (byte)state;
        var order = _bytes.Slice(layout.OrderAt(lane), layout.Columns);
        order.Fill(TileLayout.NoMoreColumns);
        for (var i = 0; i < table.Columns.Length; i++)
        {
            order[i] = (byte)table.Columns[i];
            var target = _bytes[(TileLayout.LineAt(table.Columns[i], 0) + lane)..];
            var row = table.Deficits.AsSpan(i * MarkerCodes.Count, MarkerCodes.Count);
            for (var code = 0; code < row.Length; code++) target[code * TileLayout.Lanes] = row[code];
        }
    }

    /// <summary>Takes over a lane of another tile as it is.</summary>
    public void Put(int lane, TableTile other, int otherLane)
    {
        _bytes[layout.StateAt(lane)] = (byte)other.StateOf(otherLane);
        other._bytes.Slice(layout.KeyAt(otherLane), 16).CopyTo(_bytes[layout.KeyAt(lane)..]);
        other._bytes.Slice(layout.OrderAt(otherLane), layout.Columns).CopyTo(_bytes[layout.OrderAt(lane)..]);
        for (var line = 0; line < layout.Columns * MarkerCodes.Count; line++)
            _bytes[line * TileLayout.Lanes + lane] = other._bytes[line * TileLayout.Lanes + otherLane];
    }
}
