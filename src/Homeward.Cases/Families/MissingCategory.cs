namespace Homeward.Cases.Families;

/// <summary>How somebody went missing, as the family tells it.</summary>
public enum MissingCategory
{
    Unknown,
    Abducted,
    Lured,
    TakenByParent,
    Sold,
    Runaway,
    Lost,
}
