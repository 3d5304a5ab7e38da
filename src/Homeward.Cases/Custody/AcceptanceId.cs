namespace Homeward.Cases.Custody;

public readonly record struct AcceptanceId(Guid Value);
