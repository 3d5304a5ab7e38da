namespace Homeward.Cases.Rescues;

public readonly record struct RescueId(Guid Value);
