using Homeward.Cases.Time;

namespace Homeward.Cases.Operations;

/// <summary>What an operation has brought so far, counted from rescues, detentions and links.</summary>
/// <param name="First">The moment of the first of them; null when there are none.</param>
/// <param name="Rescued">Rescued people, each once.</param>
/// <param name="Detained">Detained people, each once.</param>
/// <param name="Unsettled">Rescued people who are in nobody's care now.</param>
/// <param name="Unclassified">People found with a rescued one who have neither a role nor a finding of being victims.
/// </param>
public sealed record OperationResults(Instant? First, int Rescued, int Detained, int Unsettled, int Unclassified)
{
    public static OperationResults None { get; } = new(null, 0, 0, 0, 0);
}
