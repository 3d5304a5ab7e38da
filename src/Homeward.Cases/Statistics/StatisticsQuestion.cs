namespace Homeward.Cases.Statistics;

/// <summary>Which part of the ledger: facts of these days, as known at a line or a moment.</summary>
/// <param name="Since">The first day.</param>
/// <param name="AsOf">The last day.</param>
/// <param name="LastLine">Lines after this one are not known yet; null for all.</param>
public sealed record StatisticsQuestion(DateOnly Since, DateOnly AsOf, long? LastLine = null);
