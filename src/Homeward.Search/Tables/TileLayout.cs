using Homeward.Search.Index;

namespace Homeward.Search.Tables;

/// <summary>
/// How 64 compiled families lie in memory: for each column and code the deficits of all 64 side by side, so that one
/// child reads one cache line a column for 64 families; then what is known of each family.
/// </summary>
/// <param name="Columns">Columns with scores; amelogenin, which has none, comes after them in a code book.</param>
readonly record struct TileLayout(int Columns)
{
    public const int Lanes = 64;
    const int KeyBytes = 16;

    /// <summary>Ends a family's list of columns.</summary>
    public const byte NoMoreColumns = byte.MaxValue;

    /// <summary>Bytes of a tile: 24 columns take 196 KiB.</summary>
    public int Bytes => StateAt(0) + Lanes;

    public static int Count(int families) => (families + Lanes - 1) / Lanes;

    /// <summary>Where the deficits of a column and code start, one byte a lane.</summary>
    public static int LineAt(int column, int code) => (column * MarkerCodes.Count + code) * Lanes;

    /// <summary>Where a lane's columns stand, the most telling one first.</summary>
    public int OrderAt(int lane) => LineAt(Columns, 0) + lane * Columns;

    /// <summary>Where the digest stands of what a lane was compiled from.</summary>
    public int KeyAt(int lane) => OrderAt(Lanes) + lane * KeyBytes;

    /// <summary>Where a lane's <see cref="TableState"/> stands.</summary>
    public int StateAt(int lane) => KeyAt(Lanes) + lane;
}
