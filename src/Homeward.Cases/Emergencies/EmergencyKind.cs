namespace Homeward.Cases.Emergencies;

public enum EmergencyKind
{
    /// <summary>A person is in nobody's safe care.</summary>
    Unsettled,

    /// <summary>Somebody responsible for a facility was removed for an adverse link.</summary>
    DutyRemoved,

    /// <summary>No bed at one level; the next level is asked.</summary>
    NoBed,
}
