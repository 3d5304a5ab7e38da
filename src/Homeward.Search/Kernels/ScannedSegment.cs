using Homeward.Search.Tables;

namespace Homeward.Search.Kernels;

/// <summary>What a scan found in a segment of compiled tables.</summary>
/// <param name="Hits">By family and then by slot.</param>
/// <param name="NotScanned">Missing members that cannot reach the threshold, or are too open.</param>
sealed record ScannedSegment(IReadOnlyList<ScanHit> Hits, IReadOnlyList<(int Member, TableState State)> NotScanned);
