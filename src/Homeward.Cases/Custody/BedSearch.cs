using Homeward.Cases.Agencies;

namespace Homeward.Cases.Custody;

/// <summary>What a search for a bed found.</summary>
/// <param name="Facility">Null when the country has no bed at all: the person stays with the police, never with whoever
/// had it.</param>
/// <param name="Without">The levels at which no bed was free, from the nearest.</param>
public sealed record BedSearch(Facility? Facility, IReadOnlyList<Level> Without);
