using Homeward.Cases.Agencies;
using Homeward.Cases.Time;

namespace Homeward.Cases.People;

/// <summary>Two records turned out to be one human being. Both stay; from now on every rule is evaluated on the merged
/// identity, whose id is that of the record at its root.</summary>
/// <remarks>A forest: a record that is a root is put under another, and a reversal takes it away again with everything
/// that was put under it.</remarks>
public sealed record PersonMerge
{
    public required MergeId Id { get; init; }

    /// <summary>Until now the root of its identity.</summary>
    public required PersonId Person { get; init; }

    public required PersonId Into { get; init; }
    public required MergeBasis Basis { get; init; }
    public required UserId By { get; init; }
    public required Instant At { get; init; }
}
