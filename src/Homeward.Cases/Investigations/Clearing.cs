using Homeward.Cases.Agencies;
using Homeward.Cases.Time;

namespace Homeward.Cases.Investigations;

/// <summary>The first of two signatures under the statement that a link is to count no more.</summary>
public sealed record Clearing
{
    public required ClearingId Id { get; init; }
    public required PartyLinkId Link { get; init; }
    public required ClearingBasis Basis { get; init; }

    /// <summary>What it rests on, in words.</summary>
    public required string Grounds { get; init; }

    public required UserId By { get; init; }
    public required AgencyId Agency { get; init; }
    public required Instant At { get; init; }
}
