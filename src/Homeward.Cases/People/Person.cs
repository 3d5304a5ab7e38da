using Homeward.Cases.Time;

namespace Homeward.Cases.People;

/// <summary>A human being, whoever it is to a case. What people are (victim, buyer, parent) is told by links, rescues
/// and custody, each with its date; what is written here is the description of a person and is edited with
/// it.</summary>
public sealed record Person
{
    public required PersonId Id { get; init; }
    public Sex Sex { get; init; }
    public DateOnly? BornEarliest { get; init; }
    public DateOnly? BornLatest { get; init; }
    public DateBasis BirthBasis { get; init; }
    public VitalStatus Vital { get; init; }

    /// <summary>ISO 3166-1, three letters; null when it is not known.</summary>
    public string? Citizenship { get; init; }

    /// <summary>ISO 639-2; null when it is not known or the person does not speak yet.</summary>
    public string? Language { get; init; }

    /// <summary>Scars, birthmarks, tattoos: what a parent may remember.</summary>
    public string? Marks { get; init; }

    /// <summary>Counts the edits: whoever edits says which one he saw.</summary>
    public int Version { get; init; } = 1;

    public DayInterval Birth => new(BornEarliest, BornLatest);

    /// <summary>Whether the person has certainly lived so many years on a day.</summary>
    public bool IsSurelyAged(int years, DateOnly on) => BornLatest is { } latest && latest.AddYears(years) <= on;
}
