namespace Homeward.Cases.Identification;

/// <summary>A pair on its way to an analyst. Nothing more than that.</summary>
/// <param name="Number">Its place in the order in which candidates were found.</param>
/// <param name="Pair">Who may be whom.</param>
/// <param name="Evidence">A hash of what it rests on: the contents of all typed profiles, under keys of their donors,
/// and the pedigree. The same evidence, the same hash.</param>
/// <param name="Version">The version of the gene database at which it was found.</param>
public sealed record GeneCandidate(long Number, GenePair Pair, string Evidence, long Version);
