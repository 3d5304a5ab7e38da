namespace Homeward.Cases.Jurisdictions;

/// <summary>On which day an age is reached.</summary>
public enum AgeReached
{
    Birthday,

    /// <summary>Full years count from the day after the birthday: the Supreme People's Court's interpretation
    /// Fa Shi [2006] 1, article 2. On the 14th birthday one is still under 14.</summary>
    DayAfterBirthday,
}
