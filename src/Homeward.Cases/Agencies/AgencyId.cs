namespace Homeward.Cases.Agencies;

public readonly record struct AgencyId(Guid Value);
