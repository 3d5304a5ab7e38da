namespace Homeward.Cases.Families;

public readonly record struct ReportId(Guid Value);
