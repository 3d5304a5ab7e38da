using Homeward.Cases.Samples;
using Homeward.Genetics.Pedigrees;

namespace Homeward.Cases.Identification;

/// <summary>A node of a family in the gene database.</summary>
/// <param name="Id">Within the family; nobody's name.</param>
/// <param name="Sex">As recorded.</param>
/// <param name="Father">Id of the father; both parents, or none.</param>
/// <param name="Mother">Id of the mother.</param>
/// <param name="Accession">The profile; null = not typed.</param>
/// <param name="IsMissing">Whether this is who is sought.</param>
public sealed record GeneFamilyMember(
    string Id, Sex Sex, string? Father, string? Mother, AccessionNumber? Accession, bool IsMissing);
