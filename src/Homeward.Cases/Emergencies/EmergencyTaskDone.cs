using Homeward.Cases.Agencies;
using Homeward.Cases.Time;

namespace Homeward.Cases.Emergencies;

public sealed record EmergencyTaskDone
{
    public required Guid Cause { get; init; }
    public required UserId By { get; init; }
    public required Instant At { get; init; }
}
