namespace Homeward.Cases.Audit;

/// <summary>An act was done: this row and the act's own rows are there together or not at all.</summary>
/// <remarks>By it the log and the case database are held against each other: an entry without it announced an act that
/// did not happen.</remarks>
public sealed record DoneAct(EntryId Act);
