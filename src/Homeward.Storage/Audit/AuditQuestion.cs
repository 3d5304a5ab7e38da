using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Audit;
using Homeward.Cases.Time;

namespace Homeward.Storage.Audit;

/// <summary>Which entries somebody wants to see; null asks for all.</summary>
/// <param name="Kind">Of this kind.</param>
/// <param name="What">That asked for this.</param>
/// <param name="Who">Of this user.</param>
/// <param name="Until">Written before this moment.</param>
public sealed record AuditQuestion(AuditKind? Kind, Permission? What, UserId? Who, Instant? Until)
{
    static readonly Guid Last = new("ffffffff-ffff-ffff-ffff-ffffffffffff");

    /// <summary>How many are shown at once.</summary>
    public const int Most = 100;

    /// <summary>How many are read for them: a rare kind is not searched for through years.</summary>
    public const int MostRead = 50_000;

    /// <summary>Goes on behind this entry; null begins with the last.</summary>
    public EntryId? Older { get; init; }

    /// <summary>Ids begin with their millisecond: none that was given before the moment is greater.</summary>
    internal Guid FirstIdAfter => Until is { } moment
        ? Guid.CreateVersion7(moment.ToDateTimeOffset().AddMilliseconds(1)) : Last;

    public bool Asks(AuditEntry entry) =>
        (Kind is null || entry.Record.Kind == Kind) && (What is null || entry.Record.What == What)
        && (Who is null || entry.Record.Who == Who) && (Until is not { } moment || entry.When < moment);
}
