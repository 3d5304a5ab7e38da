using Homeward.Cases.Agencies;
using Homeward.Cases.Time;

namespace Homeward.Cases.Custody;

/// <summary>A responsibility ends. When it ends for an adverse link, an emergency task says so.</summary>
public sealed record DutyEnd
{
    public required DutyId Duty { get; init; }
    public required bool ForAdverseLink { get; init; }
    public required UserId By { get; init; }
    public required Instant At { get; init; }
}
