using Homeward.Cases.Agencies;
using Homeward.Cases.Operations;
using Homeward.Cases.People;
using Homeward.Cases.Routes;
using Homeward.Cases.Time;

namespace Homeward.Cases.Statistics;

/// <summary>One line of the ledger: +1, or the −1 that undoes the line before it of the same key. Lines are added and
/// never changed.</summary>
public sealed record CountEntry
{
    /// <summary>Its place in the ledger, from 1, in the order of commits, without a gap. The database gives it.
    /// </summary>
    public long Number { get; init; }

    public required Metric Metric { get; init; }
    public required int Version { get; init; }
    public required string Subject { get; init; }

    /// <summary>From 1 for each key; odd counts, even undoes the one before.</summary>
    public required int Ordinal { get; init; }

    /// <summary>+1 or −1, by the ordinal. Stands in the row so that sums need no rule.</summary>
    public required int Delta { get; init; }

    public required CountReason Reason { get; init; }
    public required Instant Recorded { get; init; }

    public required DateOnly OccurredOn { get; init; }
    public required RegionCode Lead { get; init; }
    public OperationId? Operation { get; init; }
    public Sex? Sex { get; init; }
    public DateOnly? BornEarliest { get; init; }
    public DateOnly? BornLatest { get; init; }
    public string? Citizenship { get; init; }
    public string? Offence { get; init; }
    public RouteKind? Route { get; init; }
    public int? Strength { get; init; }

    public CountKey Key => new(Metric, Version, Subject);

    public bool Counts => Ordinal % 2 == 1;

    public Counted What => new()
    {
        OccurredOn = OccurredOn,
        Lead = Lead,
        Operation = Operation,
        Sex = Sex,
        Birth = new(BornEarliest, BornLatest),
        Citizenship = Citizenship,
        Offence = Offence,
        Route = Route,
        Strength = Strength,
    };

    internal static CountEntry Of(
        CountKey key, int ordinal, Counted what, (CountReason Reason, Instant Now) why) => new()
        {
            Metric = key.Metric,
            Version = key.Version,
            Subject = key.Subject,
            Ordinal = ordinal,
            Delta = ordinal % 2 == 1 ? 1 : -1,
            Reason = why.Reason,
            Recorded = why.Now,
            OccurredOn = what.OccurredOn,
            Lead = what.Lead,
            Operation = what.Operation,
            Sex = what.Sex,
            BornEarliest = what.Birth.Earliest,
            BornLatest = what.Birth.Latest,
            Citizenship = what.Citizenship,
            Offence = what.Offence,
            Route = what.Route,
            Strength = what.Strength,
        };
}
