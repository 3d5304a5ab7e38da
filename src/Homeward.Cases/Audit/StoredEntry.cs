namespace Homeward.Cases.Audit;

/// <summary>A row of the log as it was found, nothing believed.</summary>
public readonly record struct StoredEntry(
    string Node, long Number, Guid Id, ReadOnlyMemory<byte> Text, ReadOnlyMemory<byte> Hash);
