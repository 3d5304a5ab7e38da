namespace Homeward.Cases.Operations;

public readonly record struct OperationId(Guid Value);
