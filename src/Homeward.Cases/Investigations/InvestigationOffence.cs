namespace Homeward.Cases.Investigations;

/// <summary>What is investigated, by the code of the jurisdiction's profile.</summary>
public sealed record InvestigationOffence
{
    public required InvestigationId Investigation { get; init; }
    public required string Code { get; init; }
}
