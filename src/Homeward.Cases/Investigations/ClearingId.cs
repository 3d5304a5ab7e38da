namespace Homeward.Cases.Investigations;

public readonly record struct ClearingId(Guid Value);
