using Homeward.Cases.Custody;
using Homeward.Cases.Emergencies;
using Homeward.Cases.Jurisdictions;
using Homeward.Cases.Time;

namespace Homeward.Cases.Situations;

/// <summary>How things stand: numbers alone, so that whoever watches them sees nobody.</summary>
public sealed record Situation
{
    public required Instant Now { get; init; }

    /// <summary>People by the kind of custody that they are in; kinds without anybody are left out.</summary>
    public required IReadOnlyDictionary<CustodyKind, int> InCustody { get; init; }

    /// <summary>Since when the one has waited who is unsettled longest; null when nobody is.</summary>
    public required Instant? UnsettledSince { get; init; }

    /// <summary>Rescues and how long it took from each into a home.</summary>
    public required Placements Placements { get; init; }

    /// <summary>Tasks that nobody has done, by kind.</summary>
    public required IReadOnlyDictionary<EmergencyKind, int> Emergencies { get; init; }

    public required IReadOnlyList<ClockCount> Clocks { get; init; }
    public required BedCount Beds { get; init; }

    public int Unsettled => InCustody.GetValueOrDefault(CustodyKind.Unsettled);

    /// <summary>Whether somebody has to see to something now.</summary>
    public bool NeedsAttention =>
        Unsettled > 0 || Placements.Overdue > 0 || Emergencies.Count > 0 || Clocks.Any(it => it.Overdue > 0);

    /// <summary>Clocks of one kind that have not ended.</summary>
    public sealed record ClockCount(ClockKind Kind, int Running, int Overdue, int Suspended);

    /// <param name="Houses">That take people in.</param>
    /// <param name="Beds">In all of them.</param>
    /// <param name="Taken">By people who are there.</param>
    /// <param name="Held">For operations, and not taken yet.</param>
    /// <param name="Free">For anybody. A house that holds more people than it has beds counts as 0.</param>
    public sealed record BedCount(int Houses, int Beds, int Taken, int Held, int Free);
}
