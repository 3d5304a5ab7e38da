namespace Homeward.Cases.Statistics;

/// <summary>How far the ledger goes: the number of its last line, 0 when it is empty.</summary>
public sealed record LedgerHead(long Number);
