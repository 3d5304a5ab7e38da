using Homeward.Cases.Consents;
using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Samples;

/// <summary>Why a sample is not taken, handed over or typed.</summary>
public abstract record SampleRefusal : Refusal
{
    SampleRefusal(string reason) : base(reason) { }

    public sealed record NotFound() : SampleRefusal("There is no such sample.");

    public sealed record NoConsent() : SampleRefusal("There is no such consent of this person.");

    public sealed record Withdrawn() : SampleRefusal("The consent was taken back.");

    public sealed record OutsideScope(SampleUse Use) : SampleRefusal("The consent is not for this use.");

    public sealed record NobodyAgreed() : SampleRefusal("Name who agreed, as the legal basis asks for it.");

    public sealed record NotTheHolder() : SampleRefusal("The sample is not in the hands of whoever gives it away.");

    public sealed record NotHere() : SampleRefusal("The sample is not in the hands of this laboratory.");

    public sealed record SealBroken() : SampleRefusal("Its seal was found broken; take another sample.");

    public sealed record OutOfOrder() : SampleRefusal("That moment is before the last one, or in the future.");
}
