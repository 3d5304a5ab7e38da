using Homeward.Cases.Identification;

namespace Homeward.Storage.Genes;

/// <summary>A family as it is now, and the last change that touched it: its own, or of what a member gave.</summary>
/// <param name="Family">Without a pedigree when it is not searched any more.</param>
/// <param name="Touched">Number of that change.</param>
public sealed record ChangedFamily(GeneFamily Family, long Touched);
