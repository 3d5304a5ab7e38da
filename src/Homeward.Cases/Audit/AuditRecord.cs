using Homeward.Cases.Access;
using Homeward.Cases.Agencies;

namespace Homeward.Cases.Audit;

/// <summary>What there is to be said of a read or an act: who, what, about whom, how much of it, and what for.
/// </summary>
/// <remarks>Holds ids and closed lists only, so that no personal value can enter the log.</remarks>
public sealed record AuditRecord
{
    public required AuditKind Kind { get; init; }
    public required Permission What { get; init; }

    /// <summary>Null when the program itself acts, as when a clock runs out.</summary>
    public required UserId? Who { get; init; }

    public required AgencyId? Agency { get; init; }
    public required Purpose Purpose { get; init; }
    public required FieldClasses Fields { get; init; }

    /// <summary>Everybody and everything whose data were handed out or changed.</summary>
    public IReadOnlyList<Guid> Subjects { get; init; } = [];

    /// <summary>For a failed act, the entry that announced it.</summary>
    public EntryId? About { get; init; }
}
