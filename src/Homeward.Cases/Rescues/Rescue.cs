using Homeward.Cases.Agencies;
using Homeward.Cases.Custody;
using Homeward.Cases.People;
using Homeward.Cases.Time;

namespace Homeward.Cases.Rescues;

/// <summary>A person was found and taken into safety.</summary>
/// <remarks>Its first row of custody is recorded with it and begins at the earliest moment that the rescue may have
/// happened: from then on the state answers for the person.</remarks>
public sealed record Rescue
{
    public required RescueId Id { get; init; }
    public required PersonId Person { get; init; }

    /// <summary>The first row of custody.</summary>
    public required CustodyRowId Custody { get; init; }

    public required Instant Earliest { get; init; }

    /// <summary>The same as <see cref="Earliest"/> when the moment is known.</summary>
    public required Instant Latest { get; init; }

    public required RegionCode Region { get; init; }

    /// <summary>In words: a village, a station, a house.</summary>
    public required string Place { get; init; }

    /// <summary>The unit that did it.</summary>
    public required AgencyId Unit { get; init; }

    public required Condition Condition { get; init; }

    /// <summary>Days of age, between these; null when nobody has said.</summary>
    public int? AgeDaysLeast { get; init; }

    public int? AgeDaysMost { get; init; }
    public DateBasis AgeBasis { get; init; }
    public required UserId By { get; init; }
    public required Instant At { get; init; }
    public RescueId? Supersedes { get; init; }
}
