using Homeward.Cases.People;
using Homeward.Cases.Time;

namespace Homeward.Cases.Samples;

/// <summary>As whom the gene database knows a person.</summary>
public sealed record GeneDonor
{
    public required PersonId Person { get; init; }
    public required GeneDonorId Donor { get; init; }
    public required Instant At { get; init; }
}
