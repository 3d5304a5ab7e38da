namespace Homeward.Cases.Identification;

/// <summary>What a search takes for granted, as far as its results depend on it.</summary>
/// <param name="Engine">The version of the engine.</param>
/// <param name="Digest">SHA-256 over frequencies, floor, mutation, theta, silent alleles and threshold, in hexadecimal.
/// </param>
/// <param name="Words">The same for people.</param>
public sealed record SearchTerms(string Engine, string Digest, string Words);
