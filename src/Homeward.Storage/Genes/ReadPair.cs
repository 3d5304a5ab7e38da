using Homeward.Cases.Samples;
using Homeward.Genetics.Kinship;

namespace Homeward.Storage.Genes;

/// <summary>A pair as it is searched now, opened for somebody who reviews it.</summary>
/// <param name="Child">The child's profile.</param>
/// <param name="Family">With the best profile of each typed member, named by its accession number.</param>
/// <param name="Missing">Index of the member who is sought.</param>
public sealed record ReadPair(AcceptedProfile Child, Family Family, int Missing);
