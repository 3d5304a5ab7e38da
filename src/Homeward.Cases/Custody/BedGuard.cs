namespace Homeward.Cases.Custody;

/// <summary>Counted up by every act that takes a bed of a facility, so that two cannot take the last one. Kept by the
/// database.</summary>
public sealed record BedGuard
{
    public required FacilityId Facility { get; init; }
    public required long Guard { get; init; }
}
