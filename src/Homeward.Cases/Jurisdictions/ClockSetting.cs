using Homeward.Cases.Time;

namespace Homeward.Cases.Jurisdictions;

/// <summary>Under which profile, when and with which numbers clocks are written down.</summary>
public sealed record ClockSetting(JurisdictionProfile Profile, Ids Ids, Instant Now);
