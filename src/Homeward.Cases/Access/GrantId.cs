namespace Homeward.Cases.Access;

public readonly record struct GrantId(Guid Value);
