using Homeward.Cases.Agencies;
using Homeward.Cases.People;
using Homeward.Cases.Time;

namespace Homeward.Cases.Care;

/// <summary>What whoever cares for somebody has seen of health and daily life, on a day. It is never edited: a wrong
/// one is superseded, and both stay.</summary>
public sealed record CareNote
{
    public const int MostCharacters = 2000;

    public required CareNoteId Id { get; init; }
    public required PersonId Person { get; init; }
    public required CareNoteKind Kind { get; init; }

    /// <summary>The day of which it tells.</summary>
    public required DateOnly Day { get; init; }

    public required string Text { get; init; }

    /// <summary>In whose care the person was when it was written.</summary>
    public required AgencyId Agency { get; init; }

    public required UserId By { get; init; }
    public required Instant At { get; init; }
    public CareNoteId? Supersedes { get; init; }
}
