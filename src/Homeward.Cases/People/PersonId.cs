namespace Homeward.Cases.People;

public readonly record struct PersonId(Guid Value);
