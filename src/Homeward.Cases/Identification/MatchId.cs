namespace Homeward.Cases.Identification;

public readonly record struct MatchId(Guid Value);
