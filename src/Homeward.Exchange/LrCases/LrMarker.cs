using Homeward.Genetics.Likelihood;

namespace Homeward.Exchange.LrCases;

/// <summary>One marker of a case: its model, and what was read of each typed person.</summary>
public sealed record LrMarker(MarkerModel Model, IReadOnlyDictionary<string, Reading> Readings);
