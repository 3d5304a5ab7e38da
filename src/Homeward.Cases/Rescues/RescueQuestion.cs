using Homeward.Cases.Agencies;
using Homeward.Cases.Custody;

namespace Homeward.Cases.Rescues;

/// <summary>Which rescued people.</summary>
/// <param name="Region">Rescued there or below; null for everywhere.</param>
/// <param name="Custody">In this kind of care now; null for any.</param>
/// <param name="Skip">Rows before the first that is wanted.</param>
/// <param name="Take">As many at most.</param>
public sealed record RescueQuestion(RegionCode? Region, CustodyKind? Custody, int Skip, int Take);
