namespace Homeward.Cases.Identification;

/// <summary>With whom somebody was compared, so that whoever doubts it can make it again.</summary>
/// <param name="Count">How many.</param>
/// <param name="Digest">SHA-256 over their names in order, a line each, in hexadecimal.</param>
public sealed record ComparedNames(int Count, string Digest);
