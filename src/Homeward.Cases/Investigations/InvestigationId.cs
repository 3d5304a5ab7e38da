namespace Homeward.Cases.Investigations;

public readonly record struct InvestigationId(Guid Value);
