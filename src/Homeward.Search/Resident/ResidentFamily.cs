using Homeward.Genetics.Pedigrees;

namespace Homeward.Search.Resident;

/// <summary>A family on its way into the index: who belongs to it, whose profile stands for whom, who is missing.
/// </summary>
/// <param name="Id">Its name.</param>
/// <param name="Pedigree">Everybody.</param>
/// <param name="Profiles">By member, the id of a relative's profile in the index; null = not typed.</param>
/// <param name="Missing">Indices of the members sought.</param>
public sealed record ResidentFamily(
    string Id, Pedigree Pedigree, IReadOnlyList<string?> Profiles, IReadOnlyList<int> Missing);
