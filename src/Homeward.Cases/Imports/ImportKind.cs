namespace Homeward.Cases.Imports;

/// <summary>What a table holds.</summary>
/// <remarks>Stored by name: a name is never changed.</remarks>
public enum ImportKind
{
    People,

    /// <summary>Of missing people.</summary>
    Reports,
}
