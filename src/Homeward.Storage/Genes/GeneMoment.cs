namespace Homeward.Storage.Genes;

/// <summary>How far the gene database is.</summary>
/// <param name="Version">Number of the last change of profiles and families.</param>
/// <param name="Terms">Number of the terms that hold; 0 for none yet.</param>
/// <param name="Digest">Digest of these terms.</param>
/// <param name="Engine">The engine that they name.</param>
/// <param name="LastSearch">Number of the last record of a search.</param>
public sealed record GeneMoment(long Version, long Terms, string Digest, string Engine, long LastSearch);
