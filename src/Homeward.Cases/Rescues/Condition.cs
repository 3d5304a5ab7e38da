namespace Homeward.Cases.Rescues;

/// <summary>How the person was when found.</summary>
public enum Condition
{
    Unknown,
    Good,
    Ill,
    Injured,
    Malnourished,
    Sedated,
    Neglected,
    Dead,
    Other,
}
