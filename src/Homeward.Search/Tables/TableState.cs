namespace Homeward.Search.Tables;

/// <summary>What became of a family's missing member when it was compiled.</summary>
public enum TableState : byte
{
    /// <summary>Nobody: the last tile is not full.</summary>
    Absent,

    /// <summary>It is scanned.</summary>
    Scanned,

    /// <summary>No child can reach the threshold: more relatives are needed.</summary>
    Unreachable,

    /// <summary>With theta above 0 no exact calculation is in reach.</summary>
    TooOpen,
}
