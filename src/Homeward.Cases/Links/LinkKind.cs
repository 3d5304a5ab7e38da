namespace Homeward.Cases.Links;

/// <summary>What stands at a node of a link chart.</summary>
public enum LinkKind
{
    Ring,
    Person,
    Operation,
    Route,
    Child,
}
