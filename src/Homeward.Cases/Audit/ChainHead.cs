namespace Homeward.Cases.Audit;

/// <summary>How long a chain is, and the hash of its last entry in hexadecimal.</summary>
public sealed record ChainHead(string Node, long Length, string Head);
