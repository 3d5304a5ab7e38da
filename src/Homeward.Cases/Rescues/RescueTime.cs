using Homeward.Cases.People;
using Homeward.Cases.Time;

namespace Homeward.Cases.Rescues;

/// <summary>When a rescue that counts happened, and whom it brought into safety.</summary>
public sealed record RescueTime
{
    public required RescueId Rescue { get; init; }
    public required PersonId Person { get; init; }

    /// <summary>The merged identity.</summary>
    public required PersonId Identity { get; init; }

    public required Instant Since { get; init; }
}
