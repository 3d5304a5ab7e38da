namespace Homeward.Cases.Investigations;

public readonly record struct PartyLinkId(Guid Value);
