using Homeward.Cases.Time;

namespace Homeward.Cases.Audit;

/// <summary>A record in its place: the number it has in the chain of its node.</summary>
public sealed record AuditEntry(EntryId Id, AuditNode Node, long Number, Instant When, AuditRecord Record);
