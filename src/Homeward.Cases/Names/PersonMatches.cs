namespace Homeward.Cases.Names;

/// <summary>Who was found, and how many there are in all.</summary>
public sealed record PersonMatches(IReadOnlyList<PersonMatch> Nearest, int Total);
