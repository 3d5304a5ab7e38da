namespace Homeward.Cases.Audit;

/// <summary>Names an entry of the audit log; every row of the case database names the entry of the act that made
/// it.</summary>
public readonly record struct EntryId(Guid Value);
