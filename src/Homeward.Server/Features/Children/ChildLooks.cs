using Homeward.Cases.Agencies;
using Homeward.Cases.Audit;

namespace Homeward.Server.Features.Children;

/// <summary>Who has looked at a record, or changed it.</summary>
/// <param name="Entries">The last ones, the very last first.</param>
/// <param name="Users">Who that was.</param>
/// <param name="Agencies">For whom.</param>
public sealed record ChildLooks(
    IReadOnlyList<AuditEntry> Entries, IReadOnlyDictionary<UserId, string> Users,
    IReadOnlyDictionary<AgencyId, string> Agencies);
