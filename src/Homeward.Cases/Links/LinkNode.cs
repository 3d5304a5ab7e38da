namespace Homeward.Cases.Links;

/// <summary>Something on a link chart, by its id.</summary>
public readonly record struct LinkNode(LinkKind Kind, Guid Id);
