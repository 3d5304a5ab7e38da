using Homeward.Cases.Audit;

namespace Homeward.Storage.Audit;

/// <summary>Entries that were asked for.</summary>
/// <param name="Entries">The last first.</param>
/// <param name="Older">Ask for those older than this one to go on; null when there are none.</param>
/// <param name="IsSearchedThrough">False when reading ended before enough were found.</param>
public sealed record AuditPart(IReadOnlyList<AuditEntry> Entries, EntryId? Older, bool IsSearchedThrough);
