namespace Homeward.Cases.Custody;

/// <summary>Beds of a facility that nobody has; below zero when it holds more people than it has beds.</summary>
public sealed record FreeBeds(Facility Facility, int Count);
