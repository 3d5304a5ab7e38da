using Homeward.Genetics.Pedigrees;

namespace Homeward.Exchange.Pedigrees;

/// <summary>One family of a pedigree file: who is who's child, who was typed, who is sought.</summary>
/// <param name="Id">The family's name in the file.</param>
/// <param name="Pedigree">All members, those added for a parent that was not given included.</param>
/// <param name="Samples">Sample name by the member's id, for the typed members.</param>
/// <param name="Missing">Ids of the members sought, in the order of the file.</param>
public sealed record Family(
    string Id,
    Pedigree Pedigree,
    IReadOnlyDictionary<string, string> Samples,
    IReadOnlyList<string> Missing);
