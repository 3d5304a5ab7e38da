using Homeward.Cases.Agencies;
using Homeward.Cases.People;
using Homeward.Cases.Time;

namespace Homeward.Cases.Families;

/// <summary>Somebody is missed: one report a missing person. A later one may take its place.</summary>
public sealed record MissingReport
{
    public required ReportId Id { get; init; }

    /// <summary>Its number at the agency that took it.</summary>
    public required string Number { get; init; }

    public required AgencyId Agency { get; init; }
    public required PersonId Missing { get; init; }

    /// <summary>Whose relatives look for the person; null until there is a family.</summary>
    public FamilyId? Family { get; init; }

    public required MissingCategory Category { get; init; }

    /// <summary>The first and the last day on which the person may have gone missing; null = not known.</summary>
    public DateOnly? SeenEarliest { get; init; }

    public DateOnly? SeenLatest { get; init; }

    /// <summary>Where the person was last seen.</summary>
    public required RegionCode Region { get; init; }

    public required UserId By { get; init; }
    public required Instant At { get; init; }
    public ReportId? Supersedes { get; init; }

    public DayInterval LastSeen => new(SeenEarliest, SeenLatest);
}
