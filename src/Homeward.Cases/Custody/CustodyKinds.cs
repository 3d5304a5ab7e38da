namespace Homeward.Cases.Custody;

/// <summary>What each kind of custody asks for.</summary>
public static class CustodyKinds
{
    /// <summary>The kinds that take a bed of a facility.</summary>
    public static bool TakesBed(this CustodyKind kind) =>
        kind is CustodyKind.WelfareInstitution or CustodyKind.RescueStation;

    /// <summary>The kinds that begin only when the receiving side has accepted the person.</summary>
    public static bool NeedsAcceptance(this CustodyKind kind) =>
        kind.TakesBed() || kind is CustodyKind.FosterFamily or CustodyKind.ForeignAuthority;

    /// <summary>The kinds that end the first hours with the police: what the placement clock waits for.</summary>
    public static bool EndsPlacement(this CustodyKind kind) =>
        kind.NeedsAcceptance() || kind is CustodyKind.Independent or CustodyKind.Deceased;

    /// <summary>The kinds in which somebody looks after the person, by name or as a facility.</summary>
    public static bool IsCare(this CustodyKind kind) =>
        kind is not (CustodyKind.Independent or CustodyKind.MissingAgain or CustodyKind.Deceased
            or CustodyKind.Unsettled);
}
