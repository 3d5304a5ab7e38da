namespace Homeward.Cases.Identification;

/// <summary>What one run of the search found.</summary>
/// <param name="Pairs">At or over the threshold, each once.</param>
/// <param name="CannotReach">Families that reach the threshold with no child at all: they need more relatives.</param>
/// <param name="TooOpen">Families that were not searched, at least for some child: no exact calculation is in reach.
/// </param>
public sealed record SearchFindings(
    IReadOnlyList<GenePair> Pairs,
    IReadOnlySet<GeneFamilyId> CannotReach,
    IReadOnlySet<GeneFamilyId> TooOpen);
