namespace Homeward.Search.Resident;

/// <summary>What became of a missing member when its family was taken in.</summary>
enum LaneState : byte
{
    /// <summary>Nobody has the lane.</summary>
    Absent,

    Scanned,

    /// <summary>No child of the ladder's alleles reaches the threshold: more relatives are needed. It is scanned all
    /// the same.</summary>
    Unreachable,

    /// <summary>With theta above 0 no exact calculation is in reach.</summary>
    TooOpen,
}
