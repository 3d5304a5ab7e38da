namespace Homeward.Cases.Statistics;

/// <summary>Why an entry stands in the ledger.</summary>
public enum CountReason
{
    /// <summary>The fact was recorded.</summary>
    Recorded,

    /// <summary>Two subjects turned out to be one.</summary>
    Merged,

    /// <summary>A merge was wrong.</summary>
    Unmerged,

    /// <summary>A case was opened again, a route is used again.</summary>
    Reopened,

    /// <summary>What was recorded about the fact has changed.</summary>
    Corrected,

    /// <summary>The fact was recorded in error.</summary>
    Withdrawn,

    /// <summary>Counted by an earlier register.</summary>
    TakenOver,
}
