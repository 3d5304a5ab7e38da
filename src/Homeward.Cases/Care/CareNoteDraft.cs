using Homeward.Cases.People;

namespace Homeward.Cases.Care;

/// <summary>A note as somebody writes it.</summary>
/// <param name="Id">Made when the form was shown: sent twice, it is one note.</param>
/// <param name="Person">About whom.</param>
/// <param name="Kind">About what.</param>
/// <param name="Day">Of which day.</param>
/// <param name="Text">In words.</param>
public sealed record CareNoteDraft(CareNoteId Id, PersonId Person, CareNoteKind Kind, DateOnly Day, string Text)
{
    /// <summary>The note that was wrong; null for a new one.</summary>
    public CareNoteId? Supersedes { get; init; }

    /// <summary>Whether a note says this.</summary>
    public bool IsIn(CareNote note) => note.Person == Person && note.Kind == Kind && note.Day == Day
        && note.Text == Text && note.Supersedes == Supersedes;
}
