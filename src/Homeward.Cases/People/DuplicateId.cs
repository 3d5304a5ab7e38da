namespace Homeward.Cases.People;

public readonly record struct DuplicateId(Guid Value);
