namespace Homeward.Cases.Identification;

/// <summary>Why a candidate was closed.</summary>
/// <remarks>Stored by name: a name is never changed.</remarks>
public enum ClosingReason
{
    /// <summary>The pair was found again on other evidence or under other terms.</summary>
    Replaced,

    /// <summary>What it rested on was withdrawn, replaced or ended, or does not reach the threshold any more.
    /// </summary>
    Gone,

    /// <summary>An analyst excluded the pair.</summary>
    Excluded,
}
