using Homeward.Cases.Access;
using Homeward.Cases.Time;
using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Care;

/// <summary>Who may write what about somebody's health and daily life.</summary>
public static class CareNoteRules
{
    /// <param name="draft">As it was written.</param>
    /// <param name="facts">What is known.</param>
    /// <param name="by">Who writes it.</param>
    /// <param name="moment">When, and which day that is where the person is.</param>
    public static Outcome<CareNote> Write(
        CareNoteDraft draft, CareNoteFacts facts, Actor by, (Instant Now, DateOnly Today) moment)
    {
        Check.That(IsText(draft.Text));
        if (facts.Earlier is { } earlier)
            return draft.IsIn(earlier) ? earlier : new CareNoteRefusal.OtherContent();
        if (facts.Caring != by.Agency) return new CareNoteRefusal.NotInYourCare();
        if (draft.Day > moment.Today) return new CareNoteRefusal.NotYet();
        if (draft.Supersedes is not null && facts.Corrected is null) return new CareNoteRefusal.NoSuchNote();
        if (facts.IsCorrected) return new CareNoteRefusal.CorrectedBefore();
        return new CareNote
        {
            Id = draft.Id,
            Person = draft.Person,
            Kind = draft.Kind,
            Day = draft.Day,
            Text = draft.Text,
            Agency = by.Agency,
            By = by.User,
            At = moment.Now,
            Supersedes = draft.Supersedes,
        };
    }

    /// <summary>Words, of a length that somebody reads; lines may be broken.</summary>
    public static bool IsText(string text) =>
        text.Length is > 0 and <= CareNote.MostCharacters && text.Any(char.IsLetterOrDigit)
        && !text.Any(it => char.IsControl(it) && it is not '\n');
}
