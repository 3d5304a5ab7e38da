namespace Homeward.Cases.Retention;

/// <summary>What ends the reason for keeping somebody's profiles.</summary>
public enum RetentionKind
{
    /// <summary>The donor has taken back every consent that was given.</summary>
    ConsentWithdrawn,

    /// <summary>Nobody is searched for any more in any family to which the donor belongs.</summary>
    SearchEnded,
}
