namespace Homeward.Cases.Custody;

public readonly record struct CustodyRowId(Guid Value);
