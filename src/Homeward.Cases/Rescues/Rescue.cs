using Homeward.Cases.Agencies;
using Homeward.Cases.Custody;
using Homeward.Cases.People;
using Homeward.Cases.Time;

namespace Homeward.Cases.Rescues;

/// <summary>A person was found and taken into safety.</summary>
/// <remarks>It happened when its first row of custody began: the moment stands there and nowhere else, so that the two
/// cannot differ. If that moment is not known exactly, it is the earliest possible one: from then on the state answers
/// for the person. <see cref="RescueTime"/> has both together.</remarks>
public sealed record Rescue
{
    public required RescueId Id { get; init; }
    public required PersonId Person { get; init; }

    /// <summary>The row with which custody began. It stays the same when that row is superseded.</summary>
    public required CustodyRowId Custody { get; init; }

    /// <summary>The last moment at which it may have happened; null when the moment is known.</summary>
    public Instant? Latest { get; init; }

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
