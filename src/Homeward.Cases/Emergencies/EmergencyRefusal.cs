using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Emergencies;

/// <summary>Why an emergency task cannot be called done.</summary>
public abstract record EmergencyRefusal : Refusal
{
    EmergencyRefusal(string reason) : base(reason) { }

    public sealed record NoSuchTask() : EmergencyRefusal("There is no such task.");

    public sealed record StillUnsettled()
        : EmergencyRefusal("An unsettled person's task ends when somebody takes the person into care.");
}
