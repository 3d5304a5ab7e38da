using Homeward.Cases.Agencies;
using Homeward.Cases.Custody;
using Homeward.Cases.People;
using Homeward.Cases.Time;

namespace Homeward.Cases.Rescues;

/// <summary>Somebody who was rescued, as a list shows him. Says in which kind of care he is, never in which place.
/// </summary>
public sealed record RescuedPerson
{
    public required RescueId Rescue { get; init; }
    public required PersonId Person { get; init; }
    public required Instant Since { get; init; }
    public required RegionCode Region { get; init; }

    /// <summary>In words.</summary>
    public required string Place { get; init; }

    public required Condition Condition { get; init; }
    public required Sex Sex { get; init; }
    public required DateOnly? BornEarliest { get; init; }
    public required DateOnly? BornLatest { get; init; }
    public required CustodyKind Custody { get; init; }
    public required Instant CustodySince { get; init; }

    /// <summary>The first that was recorded and not superseded; null when none is known.</summary>
    public string? Name { get; init; }

    public DayInterval Birth => new(BornEarliest, BornLatest);
}
