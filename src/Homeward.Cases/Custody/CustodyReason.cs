namespace Homeward.Cases.Custody;

/// <summary>Why a row of custody begins.</summary>
public enum CustodyReason
{
    Ordinary,
    Rescue,

    /// <summary>Somebody who looked after the person has an adverse link.</summary>
    AdverseLink,

    /// <summary>The person came to be with a buyer again: an incident, and never care.</summary>
    ReturnedToBuyer,

    Correction,
}
