namespace Homeward.Cases.People;

/// <summary>Which human being a record stands for: the record at the root of its merges. Kept by the
/// database.</summary>
public sealed record Identity
{
    public required PersonId Person { get; init; }
    public required PersonId Root { get; init; }

    /// <summary>Counted up by every act that a rule about this human being depends on, so that two of them cannot pass
    /// each other unseen.</summary>
    public required long Guard { get; init; }
}
