using Homeward.Cases.Agencies;
using Homeward.Cases.Time;

namespace Homeward.Cases.Investigations;

/// <summary>A court has acquitted the person of this role.</summary>
public sealed record Acquittal
{
    public required PartyLinkId Link { get; init; }
    public required AgencyId Court { get; init; }

    /// <summary>The number of the judgment.</summary>
    public required string Judgment { get; init; }

    public required UserId By { get; init; }
    public required Instant At { get; init; }
}
