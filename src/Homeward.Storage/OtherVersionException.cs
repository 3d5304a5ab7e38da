namespace Homeward.Storage;

/// <summary>Another version of Homeward made the tables of a database: it is not served until somebody brings it to
/// this one.</summary>
public sealed class OtherVersionException(bool isNewer) : Exception(
    isNewer
        ? "The database was made by a newer version of Homeward."
        : "The database was made by an older version of Homeward and has to be migrated first: homeward migrate.")
{
    /// <summary>Whether the database is ahead of this program; else it is behind.</summary>
    public bool IsNewer { get; } = isNewer;
}
