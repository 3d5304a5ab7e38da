using System.Globalization;
using Homeward.Cases.Care;
using Homeward.Cases.People;
using Microsoft.AspNetCore.Http;

namespace Homeward.Server.Features.Children;

/// <summary>A note on health or care as it was typed.</summary>
/// <param name="Note">Its id, made when the form is shown.</param>
public sealed record NoteForm(Guid Note)
{
    const string DayForm = "yyyy-MM-dd";

    public CareNoteKind? Kind { get; init; }
    public string Day { get; init; } = "";
    public string Text { get; init; } = "";

    /// <summary>The note that this one corrects.</summary>
    public Guid? Corrects { get; init; }

    public static NoteForm? Of(IFormCollection fields) => !Guid.TryParse(fields["note"], out var note) ? null
        : new(note)
        {
            Kind = Enum.TryParse<CareNoteKind>(fields["kind"], out var kind) && Enum.IsDefined(kind) ? kind : null,
            Day = fields["day"].ToString(),
            // Browsers break lines in two characters.
            Text = fields["text"].ToString().ReplaceLineEndings("\n").Trim(),
            Corrects = Guid.TryParse(fields["corrects"], out var corrects) ? corrects : null,
        };

    /// <summary>What a correction begins with.</summary>
    public static NoteForm Correcting(CareNote note, Guid id) => new(id)
    {
        Kind = note.Kind,
        Day = Typed(note.Day),
        Text = note.Text,
        Corrects = note.Id.Value,
    };

    public static string Typed(DateOnly day) => day.ToString(DayForm, CultureInfo.InvariantCulture);

    DateOnly? Date =>
        DateOnly.TryParseExact(Day, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day : null;

    /// <summary>The ends of the keys of what must be put right.</summary>
    public IEnumerable<string> Problems(DateOnly today)
    {
        if (Kind is null) yield return "kind";
        if (Date is not { } day || day > today) yield return "day";
        if (!CareNoteRules.IsText(Text)) yield return "text";
    }

    /// <summary>Asked for once there is no problem.</summary>
    public CareNoteDraft AsDraft(PersonId person) => new(new(Note), person, Kind!.Value, Date!.Value, Text)
    {
        Supersedes = Corrects is { } corrects ? new CareNoteId(corrects) : null,
    };
}
