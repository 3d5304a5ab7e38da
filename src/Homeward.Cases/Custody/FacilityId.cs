namespace Homeward.Cases.Custody;

public readonly record struct FacilityId(Guid Value);
