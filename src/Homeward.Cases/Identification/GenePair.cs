using Homeward.Cases.Samples;

namespace Homeward.Cases.Identification;

/// <summary>A child and a family's missing member whose LR reached the threshold.</summary>
/// <param name="Child">The child's profile.</param>
/// <param name="Family">The family.</param>
/// <param name="Member">Id of the missing member.</param>
/// <param name="Log10">log10 LR against unrelated, the smallest over the populations.</param>
public sealed record GenePair(AccessionNumber Child, GeneFamilyId Family, string Member, double Log10);
