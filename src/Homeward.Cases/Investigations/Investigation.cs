using Homeward.Cases.Agencies;
using Homeward.Cases.Time;

namespace Homeward.Cases.Investigations;

/// <summary>A police case.</summary>
public sealed record Investigation
{
    public required InvestigationId Id { get; init; }

    /// <summary>As the police file has it.</summary>
    public required string Number { get; init; }

    public required AgencyId Lead { get; init; }
    public required UserId By { get; init; }
    public required Instant At { get; init; }
}
