namespace Homeward.Cases.Agencies;

public readonly record struct UserId(Guid Value);
