using Homeward.Cases.Agencies;
using Homeward.Cases.Operations;
using Homeward.Cases.People;

namespace Homeward.Cases.Statistics;

/// <summary>A measure that took somebody's liberty, corrections applied.</summary>
/// <param name="Recorded">Under which of the identity's records.</param>
/// <param name="Since">The day in the profile's zone.</param>
/// <param name="Lead">The jurisdiction of the authority.</param>
/// <param name="During">The operation of which it is a result; null when it is none.</param>
public sealed record DetentionFact(PersonId Recorded, DateOnly Since, RegionCode Lead, OperationId? During);
