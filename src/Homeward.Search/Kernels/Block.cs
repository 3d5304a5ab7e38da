namespace Homeward.Search.Kernels;

/// <summary>
/// How an index lies in memory: block after block of 512 slots; in a block one column of 512 codes for each marker,
/// then one bit for each slot that says whether a profile is there.
/// </summary>
static class Block
{
    public const int Slots = 512;

    /// <summary>Bytes of the occupied bits, one bit a slot.</summary>
    public const int OccupiedBytes = Slots / 8;

    /// <summary>Words of 64 bits that hold one bit for each slot.</summary>
    public const int Words = Slots / 64;

    /// <summary>Bytes of a block; 24 a profile and an eighth for 24 markers. Always whole cache lines.</summary>
    public static int Bytes(int markers) => markers * Slots + OccupiedBytes;

    public static int Count(int slots) => (slots + Slots - 1) / Slots;
}
