using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Care;

/// <summary>Why a note is not taken.</summary>
public abstract record CareNoteRefusal : Refusal
{
    CareNoteRefusal(string reason) : base(reason) { }

    public sealed record NotInYourCare()
        : CareNoteRefusal("Notes are written by the agency that cares for the person.");

    public sealed record NoSuchNote() : CareNoteRefusal("There is no such note of this person.");

    public sealed record CorrectedBefore()
        : CareNoteRefusal("Somebody else has corrected this note meanwhile; look again.");

    public sealed record OtherContent()
        : CareNoteRefusal("This form was recorded already, with other content. Write a new note, or correct that one.");

    public sealed record NotYet() : CareNoteRefusal("A note tells of a day that has come.");
}
