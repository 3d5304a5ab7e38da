namespace Homeward.Cases.Rescues;

/// <summary>A part of a list, and how long all of it is.</summary>
public sealed record RescueList(IReadOnlyList<RescuedPerson> Rows, int Total);
