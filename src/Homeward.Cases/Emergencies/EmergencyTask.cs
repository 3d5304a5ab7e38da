using Homeward.Cases.Custody;
using Homeward.Cases.People;
using Homeward.Cases.Time;

namespace Homeward.Cases.Emergencies;

/// <summary>What somebody must see to at once. The database raises it, together with the row that is its
/// cause.</summary>
/// <remarks>An unsettled person's task is done when another row of custody has followed; the others when an
/// <see cref="EmergencyTaskDone"/> says so.</remarks>
public sealed record EmergencyTask
{
    /// <summary>The row that raised it: a row of custody, the end of a duty, a search for a bed.</summary>
    public required Guid Cause { get; init; }

    public required EmergencyKind Kind { get; init; }
    public required PersonId? Person { get; init; }
    public required FacilityId? Facility { get; init; }
    public required Instant At { get; init; }
}
