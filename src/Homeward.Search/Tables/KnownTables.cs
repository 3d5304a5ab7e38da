namespace Homeward.Search.Tables;

/// <summary>Tables of an earlier run by what they were compiled from, for those of the same circumstances.</summary>
sealed class KnownTables : IDisposable
{
    readonly TableSegment[] _segments;
    readonly Dictionary<UInt128, int> _members;

    public KnownTables(FamilyTables tables)
    {
        _segments = [.. Enumerable.Range(0, tables.SegmentCount).Select(tables.Open)];
        _members = new(tables.Count);
        for (var member = 0; member < tables.Count; member++)
            _members[TileOf(member).KeyOf(member % TileLayout.Lanes)] = member;
    }

    /// <summary>False when nothing was compiled from the same.</summary>
    public bool TryCopy(UInt128 key, TableTile tile, int lane)
    {
        if (!_members.TryGetValue(key, out var member)) return false;
        tile.Put(lane, TileOf(member), member % TileLayout.Lanes);
        return true;
    }

    public void Dispose()
    {
        foreach (var segment in _segments) segment.Dispose();
    }

    TableTile TileOf(int member)
    {
        var tile = member / TileLayout.Lanes;
        return _segments[tile / FamilyTables.TilesOfSegment].Tile(tile);
    }
}
