namespace Homeward.Cases.Consents;

public readonly record struct ConsentId(Guid Value);
