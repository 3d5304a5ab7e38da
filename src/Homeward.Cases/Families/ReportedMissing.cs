using Homeward.Cases.People;

namespace Homeward.Cases.Families;

/// <summary>A report as a list shows it.</summary>
/// <param name="Report">The report.</param>
/// <param name="Missing">Who is missed, as the family describes the person.</param>
/// <param name="Name">The first that was recorded; null when none is.</param>
/// <param name="Given">How many relatives gave a sample.</param>
public sealed record ReportedMissing(MissingReport Report, Person Missing, string? Name, int Given);
