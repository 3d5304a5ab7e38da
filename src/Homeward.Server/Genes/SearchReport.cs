using Homeward.Cases.Time;

namespace Homeward.Server.Genes;

/// <summary>How far the search of this process is. Numbers alone.</summary>
/// <param name="State">What it does.</param>
/// <param name="Progress">How far.</param>
/// <param name="Since">Since when it does that.</param>
public sealed record SearchReport(SearchState State, SearchProgress Progress, Instant Since);
