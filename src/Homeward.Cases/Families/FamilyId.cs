namespace Homeward.Cases.Families;

public readonly record struct FamilyId(Guid Value);
