using Homeward.Cases.Agencies;
using Homeward.Cases.Time;

namespace Homeward.Cases.Bulletins;

/// <summary>A bulletin as drafted. What became of it is told by counts, approvals and the publication.</summary>
public sealed record Bulletin
{
    public required BulletinId Id { get; init; }

    /// <summary>The plan's, so that no number is given twice.</summary>
    public required string Number { get; init; }

    public required BulletinPlan Plan { get; init; }
    public required UserId By { get; init; }
    public required Instant At { get; init; }
}
