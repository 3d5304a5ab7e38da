namespace Homeward.Genetics.Pedigrees;

/// <summary>One line of a pedigree as its writer gave it: parents by id, both or neither.</summary>
public sealed record PedigreeRow(string Id, Sex Sex, string? Father, string? Mother);
