namespace Homeward.Cases.Bulletins;

/// <summary>The page of a count in one language, kept and served as it was.</summary>
public sealed record BulletinText
{
    public required CountId Count { get; init; }
    public required string Language { get; init; }
    public required string Html { get; init; }
}
