namespace Homeward.Cases.Samples;

/// <summary>Why a profile is not searched any more.</summary>
/// <remarks>Stored by name: a name is never changed.</remarks>
public enum WithdrawalReason
{
    /// <summary>Whoever gave it took the consent back.</summary>
    Consent,

    /// <summary>It turned out to be somebody else's: tubes changed, or a contamination.</summary>
    WrongSample,

    /// <summary>The donor's genes were erased.</summary>
    Erased,
}
