using Homeward.Cases.Agencies;

namespace Homeward.Storage.Samples;

/// <summary>A sample that whoever acts has taken over.</summary>
/// <param name="Label">Which one.</param>
/// <param name="From">Out of whose hands.</param>
/// <param name="IsIntact">Whether the seal was as it should be.</param>
/// <param name="Seal">Its number now; null when it is still the one before.</param>
public sealed record TakenOver(string Label, UserId From, bool IsIntact, string? Seal);
