namespace Homeward.Server.Genes;

/// <summary>How far a search is, in numbers.</summary>
/// <param name="Version">The last change of the gene database that it knows.</param>
/// <param name="Children">Children in memory.</param>
/// <param name="Families">Families in memory.</param>
/// <param name="ChildrenLeft">Those of them not searched.</param>
/// <param name="FamiliesLeft">Those of them not searched.</param>
public sealed record SearchProgress(long Version, int Children, int Families, int ChildrenLeft, int FamiliesLeft);
