namespace Homeward.Cases.People;

public readonly record struct PersonNameId(Guid Value);
