namespace Homeward.Cases.Investigations;

/// <summary>All that is recorded about one investigation.</summary>
public sealed record InvestigationFacts
{
    public required Investigation Investigation { get; init; }
    public IReadOnlyList<InvestigationOffence> Offences { get; init; } = [];
    public IReadOnlyList<InvestigationStep> Steps { get; init; } = [];
}
