using Homeward.Cases.Agencies;

namespace Homeward.Cases.Statistics;

/// <summary>What the ledger answered, with the hierarchy of regions that credits are rolled up by.</summary>
/// <param name="Last">The last line that was read.</param>
/// <param name="Lines">Sums of lines alike, credited to provinces and countries.</param>
/// <param name="Country">Of each credited jurisdiction, its country.</param>
public sealed record LedgerSums(
    LedgerHead Last, IReadOnlyList<LedgerLine> Lines, IReadOnlyDictionary<RegionCode, RegionCode> Country);
