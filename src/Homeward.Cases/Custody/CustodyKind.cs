namespace Homeward.Cases.Custody;

/// <summary>In whose care a person is. Reunion, kin and adoption are missing on purpose: they come with the rules that
/// guard them.</summary>
public enum CustodyKind
{
    /// <summary>With the police, in the first hours.</summary>
    PoliceEmergency,
    Hospital,
    WelfareInstitution,
    RescueStation,

    /// <summary>With a screened family, answered for by a welfare institution.</summary>
    FosterFamily,

    /// <summary>With an authority of another country that has accepted the person.</summary>
    ForeignAuthority,

    /// <summary>An adult who has left care.</summary>
    Independent,

    /// <summary>Gone from care; searched for.</summary>
    MissingAgain,

    Deceased,

    /// <summary>In nobody's safe care: an alarm, never a blank.</summary>
    Unsettled,
}
