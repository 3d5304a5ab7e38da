namespace Homeward.Cases.Statistics;

/// <summary>What the ledger counts. A closed list, stored by name.</summary>
public enum Metric
{
    CasesSolved,
    RingsBrokenUp,

    /// <summary>A person once in each operation; outside operations once in each calendar year.</summary>
    SuspectsDetained,

    /// <summary>A human being once, however often rescued. Children and women are told apart by an age rule when the
    /// ledger is read.</summary>
    PersonsRescued,

    /// <summary>Each rescue, so that somebody rescued twice shows.</summary>
    Rescues,

    RoutesClosed,

    /// <summary>An agency's part in an operation. Jurisdictions are the set union over these, officers their sum.
    /// </summary>
    Participations,

    IdentifiedByDna,
    Reunited,
}
