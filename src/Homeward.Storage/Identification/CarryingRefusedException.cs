using Homeward.Genetics.Primitives;

namespace Homeward.Storage.Identification;

/// <summary>A step was refused, as a rule because somebody else came first. The next round begins with what is there.
/// </summary>
public sealed class CarryingRefusedException(Refusal refusal) : Exception(refusal.Reason)
{
    public Refusal Refusal { get; } = refusal;
}
