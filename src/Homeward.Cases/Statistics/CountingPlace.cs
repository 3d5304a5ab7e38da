using Homeward.Cases.Agencies;
using Homeward.Cases.Time;

namespace Homeward.Cases.Statistics;

/// <summary>In whose name and in whose days something is counted.</summary>
/// <param name="Lead">The jurisdiction that is credited.</param>
/// <param name="Zone">The profile's.</param>
/// <param name="Now">Facts later than this do not count.</param>
public sealed record CountingPlace(RegionCode Lead, Zone Zone, Instant Now);
