namespace Homeward.Cases.Custody;

public readonly record struct DutyId(Guid Value);
