using Homeward.Cases.Agencies;
using Homeward.Cases.People;
using Homeward.Cases.Time;

namespace Homeward.Cases.Custody;

/// <summary>From a moment on a person is in this care; until the next row of the same identity begins.</summary>
/// <remarks>There is no end column, so that custody can have neither gap nor overlap. A row that was wrong is
/// superseded by one that begins when it should have.</remarks>
public sealed record CustodyRow
{
    public required CustodyRowId Id { get; init; }
    public required PersonId Person { get; init; }
    public required Instant Since { get; init; }
    public required CustodyKind Kind { get; init; }

    /// <summary>The agency that answers for the person.</summary>
    public required AgencyId Agency { get; init; }

    public FacilityId? Facility { get; init; }

    /// <summary>Who looks after the person by name: an officer, a foster parent.</summary>
    public PersonId? Carer { get; init; }

    public AcceptanceId? Acceptance { get; init; }
    public CustodyReason Reason { get; init; }
    public required UserId By { get; init; }
    public required Instant At { get; init; }
    public CustodyRowId? Supersedes { get; init; }

    /// <summary>The first of a chain of rows each of which supersedes the one before: the row itself when it supersedes
    /// none.</summary>
    public required CustodyRowId Origin { get; init; }
}
