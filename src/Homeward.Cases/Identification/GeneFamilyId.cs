namespace Homeward.Cases.Identification;

/// <summary>A family as the gene database knows it; the case side alone knows whose it is.</summary>
public readonly record struct GeneFamilyId(Guid Value);
