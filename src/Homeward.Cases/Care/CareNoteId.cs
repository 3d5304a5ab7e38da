namespace Homeward.Cases.Care;

public readonly record struct CareNoteId(Guid Value);
