namespace Homeward.Cases.Operations;

public enum ParticipantRole
{
    Lead,
    Support,
    Welfare,
    Laboratory,
    /// <summary>An agency of another country; its region is counted apart.</summary>
    Partner,
}
