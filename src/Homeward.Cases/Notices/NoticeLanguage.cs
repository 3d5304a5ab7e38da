namespace Homeward.Cases.Notices;

public enum NoticeLanguage
{
    English,

    /// <summary>Simplified characters.</summary>
    Chinese,
}
