namespace Homeward.Cases.People;

public readonly record struct MergeId(Guid Value);
