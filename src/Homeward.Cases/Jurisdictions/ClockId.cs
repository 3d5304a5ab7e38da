namespace Homeward.Cases.Jurisdictions;

public readonly record struct ClockId(Guid Value);
