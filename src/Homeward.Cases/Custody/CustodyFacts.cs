using Homeward.Cases.Agencies;
using Homeward.Cases.People;

namespace Homeward.Cases.Custody;

/// <summary>What must be known to say whether a row of custody may begin.</summary>
public sealed record CustodyFacts
{
    /// <summary>As the row's own record describes the person.</summary>
    public required Person Person { get; init; }

    public required Agency Agency { get; init; }
    public required Facility? Facility { get; init; }

    /// <summary>Beds of the facility that others have.</summary>
    public required int BedsTaken { get; init; }

    /// <summary>The acceptance that the row names, if it is this person's and no other row used it.</summary>
    public required Acceptance? Acceptance { get; init; }

    /// <summary>Whether the carer or somebody of the household has an adverse link, or is the person itself.</summary>
    public required bool NamesSomebodyBarred { get; init; }

    /// <summary>The rows that count now, of the same record.</summary>
    public required IReadOnlyList<CustodyRow> Rows { get; init; }
}
