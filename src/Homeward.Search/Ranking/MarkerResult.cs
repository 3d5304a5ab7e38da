using Homeward.Genetics.Kinship;

namespace Homeward.Search.Ranking;

/// <summary>One marker under the population that counts.</summary>
public sealed record MarkerResult(string Marker, LikelihoodRatio Ratio);
