namespace Homeward.Storage;

/// <summary>Tables or rules of a database were changed by somebody else, or made by another version: it is not served.
/// </summary>
public sealed class ChangedSchemaException(IReadOnlyList<string> objects)
    : Exception("The database is not as this version makes it: " + string.Join(", ", objects))
{
    /// <summary>What is missing, changed or added, by kind and name.</summary>
    public IReadOnlyList<string> Objects { get; } = objects;
}
