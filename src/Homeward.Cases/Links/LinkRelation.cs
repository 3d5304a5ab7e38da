namespace Homeward.Cases.Links;

/// <summary>What one node is to the other.</summary>
public enum LinkRelation
{
    /// <summary>A person, of a ring.</summary>
    Organises,

    /// <summary>A person, of a ring.</summary>
    IsCoreOf,

    /// <summary>A person, of a ring.</summary>
    BelongsTo,

    /// <summary>A person, by a measure ordered during an operation.</summary>
    DetainedIn,

    /// <summary>A ring, said or approved as a result of an operation.</summary>
    BrokenUpIn,

    /// <summary>A route, said or approved as a result of an operation.</summary>
    ClosedIn,

    /// <summary>A child, as a result of an operation.</summary>
    RescuedIn,

    /// <summary>A person, with a child at its rescue; not cleared.</summary>
    FoundWith,
}
