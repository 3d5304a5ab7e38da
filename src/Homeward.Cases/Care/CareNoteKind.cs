namespace Homeward.Cases.Care;

/// <summary>What a note is about.</summary>
/// <remarks>Stored by name: a name is never changed.</remarks>
public enum CareNoteKind
{
    /// <summary>Seen by a physician or a nurse, also the first time after a rescue.</summary>
    HealthCheck,
    Illness,
    Injury,
    Vaccination,

    /// <summary>Weight, feeding, what agrees with the child.</summary>
    Nutrition,

    /// <summary>Sleep, habits, what the day is like.</summary>
    Daily,

    /// <summary>How the child is, whom it trusts, what it tells of itself.</summary>
    Wellbeing,
    School,
    Other,
}
