namespace Homeward.Cases.Samples;

/// <summary>A typing of a sample.</summary>
/// <param name="Accession">Its number.</param>
/// <param name="IsAccepted">Whether the gene database holds its profile.</param>
public sealed record KnownTyping(AccessionNumber Accession, bool IsAccepted);
