namespace Homeward.Cases.Jurisdictions;

/// <summary>A clock and how it stands now.</summary>
public sealed record ClockStanding(Clock Clock, ClockState State);
