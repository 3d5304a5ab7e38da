namespace Homeward.Storage;

/// <summary>A part of a list, and how long all of it is.</summary>
public sealed record Part<T>(IReadOnlyList<T> Rows, int Total);
