namespace Homeward.Search.Resident;

/// <summary>What was found among the pairs that were looked at.</summary>
/// <param name="Pairs">By child, family and missing member.</param>
/// <param name="TooOpen">Families that no exact calculation reaches, at least for some child.</param>
public sealed record ResidentFindings(IReadOnlyList<ResidentPair> Pairs, IReadOnlySet<string> TooOpen);
