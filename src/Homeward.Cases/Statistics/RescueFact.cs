using Homeward.Cases.Agencies;
using Homeward.Cases.Operations;

namespace Homeward.Cases.Statistics;

/// <summary>A rescue that stands: not superseded, and not of somebody determined to be no victim.</summary>
/// <param name="Rescue">The id of the first record of it, whatever has superseded that since: so a correction counts
/// nothing twice.</param>
/// <param name="On">The day in the profile's zone.</param>
/// <param name="Lead">The jurisdiction of the unit that did it.</param>
/// <param name="During">The operation of which it is a result; null when it is none.</param>
public sealed record RescueFact(Guid Rescue, DateOnly On, RegionCode Lead, OperationId? During);
