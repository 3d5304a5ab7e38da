namespace Homeward.Genetics.Likelihood;

/// <summary>One meiosis with transitions of its own, to ask how likely the readings are if it, say, mutated.</summary>
/// <param name="Child">Index of the child, of the first one among identical twins.</param>
/// <param name="FromFather">The gamete from the father, or the one from the mother.</param>
/// <param name="Transitions">StateCount × StateCount; rows need not sum to 1.</param>
sealed record ForcedMeiosis(int Child, bool FromFather, double[] Transitions);
